import { accept, type Outcome, refuse } from "../refusal.ts";

export const leastPassphrase = 12;

/** Whether a passphrase will do: long enough (in characters as people count them), without the police number. */
export function judgePassphrase(passphrase: string, number: string): Outcome<string> {
  if (Array.from(passphrase).length < leastPassphrase)
    return refuse("passphrase-short", "passphrase", { least: leastPassphrase });
  if (passphrase.toLowerCase().includes(number.toLowerCase()))
    return refuse("passphrase-is-number", "passphrase");
  return accept(passphrase);
}
