import { randomInt } from "node:crypto";

const idLetters = "abcdefghijklmnopqrstuvwxyz0123456789";

/** When a cohort starts, and six random characters: `202603-k3x9q2`. */
export function newId(startsOn: string): string {
  const random = Array.from({ length: 6 }, () => idLetters[randomInt(idLetters.length)]).join("");
  return `${startsOn.slice(0, 4)}${startsOn.slice(5, 7)}-${random}`;
}
