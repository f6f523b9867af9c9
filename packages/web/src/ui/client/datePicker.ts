import { writtenDate } from "@dunmiao/domain/writtenDate";
import { dayInWords, filled, weekdayOf } from "../dayInWords.ts";
import { type Days, kindOfDay } from "./calendarDays.ts";
import { dayAfter, monthAfter } from "./dateSteps.ts";
import { element } from "./element.ts";

const sixWeeks = 6;
/** How far each key moves from a date. */
const moves: Readonly<Record<string, (date: string) => string>> = {
  ArrowLeft: (date) => dayAfter(date, -1),
  ArrowRight: (date) => dayAfter(date, 1),
  ArrowUp: (date) => dayAfter(date, -7),
  ArrowDown: (date) => dayAfter(date, 7),
  Home: (date) => dayAfter(date, 1 - weekdayOf(date)),
  End: (date) => dayAfter(date, 7 - weekdayOf(date)),
  PageUp: (date) => monthAfter(date, -1),
  PageDown: (date) => monthAfter(date, 1),
};

/** Puts a button beside a date box that opens a month of days, with the official days off and make-up days marked. */
export function offerPicker(box: HTMLInputElement, days: Days): void {
  const { words } = days;
  const label = box.labels?.[0]?.textContent?.trim() ?? "";
  const name = filled(words.chooseFor, { label });
  const button = element("button", { type: "button", class: "dm-date__button", "aria-haspopup": "dialog" });
  button.append(words.choose);
  button.setAttribute("aria-label", name);
  button.addEventListener("click", () => openPicker(box, days, name));
  box.after(button);
}

function openPicker(box: HTMLInputElement, days: Days, name: string): void {
  const dialog = element("dialog", { class: "dm-picker", "aria-label": name });
  const month = element("h2", { class: "dm-picker__month", "aria-live": "polite" });
  const grid = element("tbody", {});
  let chosen = writtenDate(box.value) ?? todayOf();
  const show = (date: string) => {
    chosen = date;
    month.textContent = monthOf(days, date);
    grid.replaceChildren(...weeksOf(days, date, pick));
  };
  const move = (date: string) => {
    show(date);
    grid.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };
  const pick = (date: string) => {
    box.value = date;
    dialog.close();
    for (const type of ["input", "change"]) box.dispatchEvent(new Event(type, { bubbles: true }));
    box.focus();
  };
  grid.addEventListener("keydown", (event) => {
    const step = moves[event.key];
    if (!step) return;
    event.preventDefault();
    move(step(chosen));
  });
  const { words } = days;
  const turn = (label: string, sign: string, months: number) =>
    pressable(sign, label, () => show(monthAfter(chosen, months)));
  const top = element("div", { class: "dm-picker__top" });
  top.append(turn(words.previousMonth, "‹", -1), month, turn(words.nextMonth, "›", 1));
  const keys = element("p", { class: "dm-picker__keys" });
  keys.append(words.keys);
  dialog.append(
    top,
    tableOf(days, grid),
    keys,
    pressable(words.close, words.close, () => dialog.close()),
  );
  dialog.addEventListener("close", () => dialog.remove());
  box.form?.after(dialog);
  dialog.showModal();
  move(chosen);
}

function tableOf({ words }: Days, grid: HTMLElement): HTMLElement {
  const table = element("table", { role: "grid" });
  const head = element("tr", {});
  for (const initial of words.initials.split(",")) {
    const cell = element("th", { scope: "col" });
    cell.append(initial);
    head.append(cell);
  }
  const top = element("thead", {});
  top.append(head);
  table.append(top, grid);
  return table;
}

/** The weeks of a date's month; only the date itself is in the order of the tab key. */
function weeksOf(days: Days, date: string, pick: (date: string) => void): HTMLElement[] {
  const first = `${date.slice(0, 7)}-01`;
  const start = dayAfter(first, 1 - weekdayOf(first));
  return Array.from({ length: sixWeeks }, (_, week) => {
    const row = element("tr", {});
    for (let weekday = 0; weekday < 7; weekday += 1) {
      const day = dayAfter(start, week * 7 + weekday);
      const cell = element("td", { role: "gridcell" });
      if (day.slice(0, 7) === date.slice(0, 7)) cell.append(dayButton(days, day, day === date, pick));
      row.append(cell);
    }
    return row;
  });
}

function dayButton(days: Days, day: string, isChosen: boolean, pick: (date: string) => void): HTMLElement {
  const known = kindOfDay(days, day);
  const button = pressable("", dayInWords(days.words.day, day, known), () => pick(day));
  button.className = `dm-picker__day dm-picker__day--${known.kind}`;
  button.tabIndex = isChosen ? 0 : -1;
  if (isChosen) button.setAttribute("aria-current", "date");
  button.append(String(Number(day.slice(8))));
  const mark = { holiday: days.words.off, "make-up": days.words.on, weekday: "", weekend: "" }[known.kind];
  const small = element("small", { "aria-hidden": "true" });
  small.append(mark);
  button.append(small);
  return button;
}

function pressable(shown: string, label: string, act: () => void): HTMLElement {
  const button = element("button", { type: "button", "aria-label": label });
  button.append(shown);
  button.addEventListener("click", act);
  return button;
}

function monthOf({ words }: Days, date: string): string {
  const month = words.day.months.split(",")[Number(date.slice(5, 7)) - 1] ?? "";
  return filled(words.month, { year: date.slice(0, 4), month });
}

/** The day of the page (the header tells it), which in the demo is not the day of the browser. */
function todayOf(): string {
  const shown = document.querySelector("time[datetime]")?.getAttribute("datetime") ?? "";
  return writtenDate(shown.slice(0, 10)) ?? new Date().toISOString().slice(0, 10);
}
