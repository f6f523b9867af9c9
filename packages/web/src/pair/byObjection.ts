import type { Objection } from "@dunmiao/domain/pair";
import { signerName } from "../ui/signerName.ts";
import type { Text } from "../ui/text.ts";

/** That an upheld objection gave the grade, by whom and when. */
export function byObjection(text: Text, { by, on }: NonNullable<Objection["decided"]>): string {
  return text.pairPage.changedByObjection({ by: signerName(text, by), on });
}
