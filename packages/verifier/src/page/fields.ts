import { element } from "./element.ts";
import type { FieldName, Typed } from "./held.ts";
import { text } from "./language.ts";
import type { TextName } from "./texts.ts";

/** The fields of the form; what is typed is kept in `typed`. */
export function fieldsOf(typed: Typed): HTMLElement[] {
  const area = (name: keyof Typed, rows: string) => {
    const input = element("textarea", {
      id: name,
      rows,
      spellcheck: "false",
      "aria-describedby": `${name}-hint`,
    });
    input.value = typed[name];
    input.addEventListener("input", () => {
      typed[name] = input.value;
    });
    return framed(name, input);
  };
  return [fileField(), area("key", "2"), area("head", "8"), area("cosigners", "2")];
}

/** One for both languages: what was chosen stays chosen. */
const fileInput = element("input", { id: "file", type: "file", "aria-describedby": "file-hint" });

/** The chosen file. */
export function chosenFile(): File | undefined {
  return fileInput.files?.[0];
}

function fileField(): HTMLElement {
  const drop = element("div", { class: "drop" }, fileInput);
  const over = (event: DragEvent, is: boolean) => {
    event.preventDefault();
    drop.classList.toggle("over", is);
  };
  drop.addEventListener("dragover", (event) => over(event, true));
  drop.addEventListener("dragleave", (event) => over(event, false));
  drop.addEventListener("drop", (event) => {
    over(event, false);
    if (event.dataTransfer) fileInput.files = event.dataTransfer.files;
  });
  return framed("file", drop);
}

const hints = {
  file: "fileHint",
  key: "keyHint",
  head: "headHint",
  cosigners: "cosignersHint",
} as const satisfies Record<FieldName, TextName>;

function framed(name: FieldName, control: HTMLElement): HTMLElement {
  return element(
    "div",
    { class: "field", "data-field": name },
    element("label", { for: name }, text(name)),
    element("p", { class: "hint", id: `${name}-hint` }, text(hints[name])),
    element("p", { class: "error", id: `${name}-error`, hidden: "" }),
    control,
  );
}

/** Says what is wrong beside its field and goes there; with nothing wrong takes every such message away. */
export function showProblem(field: FieldName | undefined, problem?: TextName): void {
  for (const each of document.querySelectorAll<HTMLElement>("[data-field]")) {
    const name = each.dataset.field ?? "";
    const isWrong = name === field;
    each.classList.toggle("wrong", isWrong);
    const message = each.querySelector<HTMLElement>(".error");
    if (message) {
      message.hidden = !isWrong;
      message.textContent = isWrong && problem ? text(problem) : "";
    }
    const control = document.querySelector<HTMLElement>(`#${name}`);
    control?.setAttribute("aria-describedby", isWrong ? `${name}-hint ${name}-error` : `${name}-hint`);
    control?.toggleAttribute("aria-invalid", false);
    if (isWrong) {
      control?.setAttribute("aria-invalid", "true");
      control?.focus();
    }
  }
}
