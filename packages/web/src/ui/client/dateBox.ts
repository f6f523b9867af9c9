import { writtenDate } from "@dunmiao/domain/writtenDate";
import { dayInWords } from "../dayInWords.ts";
import { calendarDays, type Days, kindOfDay } from "./calendarDays.ts";
import { offerPicker } from "./datePicker.ts";

/** Says a box's date in words as it is typed, writes it as the server stores it when the box is left, and offers the picker. */
export async function dateBox(box: HTMLInputElement): Promise<void> {
  const days = await calendarDays(box.dataset.daysUrl ?? "");
  const words = document.getElementById(`${box.id}-words`);
  if (!days || !words) return;
  const say = () => {
    const said = wordsOf(box.value, days);
    if (words.textContent !== said) words.textContent = said;
  };
  box.addEventListener("input", say);
  box.addEventListener("change", () => {
    box.value = writtenDate(box.value) ?? box.value;
    say();
  });
  say();
  offerPicker(box, days);
}

function wordsOf(typed: string, days: Days): string {
  if (typed.trim() === "") return "";
  const date = writtenDate(typed);
  return date === undefined ? days.words.unread : dayInWords(days.words.day, date, kindOfDay(days, date));
}
