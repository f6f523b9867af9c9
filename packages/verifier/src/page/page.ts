import type { Progress } from "../progress.ts";
import { verifyExport } from "../verifyExport.ts";
import { isPaper, verifyPaper } from "../verifyPaper.ts";
import { element } from "./element.ts";
import { chosenFile, fieldsOf, showProblem } from "./fields.ts";
import { readHeld } from "./held.ts";
import { chooseLanguage, chosenLanguage, text } from "./language.ts";
import { type Checked, reportOf } from "./report.ts";

let last: Checked | undefined;
const typed = { key: "", head: "", cosigners: "" };

/** Draws everything in the chosen language; what was typed and the last report stay. */
function draw(): void {
  const language = chosenLanguage();
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = text("title");
  const other = element("button", { type: "button", lang: language === "zh" ? "en" : "zh-CN" });
  other.textContent = language === "zh" ? "English" : "中文";
  other.addEventListener("click", () => {
    chooseLanguage(language === "zh" ? "en" : "zh");
    draw();
    document.querySelector<HTMLElement>("header button")?.focus();
  });
  const form = element("form", { novalidate: "" });
  const start = element("button", { type: "submit" }, text("check"));
  form.append(...fieldsOf(typed), start);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void check(start);
  });
  const output = element("div", { id: "output" });
  document.body.replaceChildren(
    element("header", {}, element("div", {}, element("span", {}, "墩苗 Dunmiao"), other)),
    element("main", {}, element("h1", {}, text("title")), element("p", {}, text("lead")), form, output),
  );
  if (last) showReport(last);
}

function showReport(checked: Checked): void {
  const print = element("button", { type: "button", class: "second" }, text("print"));
  print.addEventListener("click", () => window.print());
  const controls = element("p", { class: "controls" }, print);
  document.querySelector("#output")?.replaceChildren(...reportOf(checked), controls);
}

async function check(start: HTMLButtonElement): Promise<void> {
  last = undefined;
  document.querySelector("#output")?.replaceChildren();
  const file = chosenFile();
  if (!file) return showProblem("file", "needFile");
  const ofPaper = await isPaper(file);
  const held = readHeld(typed, ofPaper);
  showProblem(undefined);
  if (!held.ok) return showProblem(held.field, held.problem);
  start.disabled = true;
  try {
    const { name } = file;
    const { keys, head, cosigners } = held;
    if (ofPaper) {
      const paper = verifyPaper(await file.text(), held);
      return shown({ name, at: new Date(), paper, held });
    }
    const verified = await verifyExport(file, { keys, head, cosigners, onProgress: progressShown() });
    shown({ name, at: new Date(), verified, head });
  } finally {
    start.disabled = false;
  }
}

function shown(checked: Checked): void {
  last = checked;
  showReport(checked);
  document.querySelector<HTMLElement>("#result")?.focus();
}

/** Draws a bar, at most ten times a second. */
function progressShown(): (progress: Progress) => void {
  const label = element("label", { for: "progress", id: "step" });
  const bar = element("progress", { id: "progress", max: "1" });
  document.querySelector("#output")?.replaceChildren(label, bar);
  let next = 0;
  return ({ step, done, total }) => {
    if (performance.now() < next) return;
    next = performance.now() + 100;
    if (label.textContent !== text(step)) label.textContent = text(step);
    bar.value = total === 0 ? 0 : Math.min(1, done / total);
  };
}

draw();
