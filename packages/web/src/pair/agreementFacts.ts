import type { Pair } from "@dunmiao/domain/pair";
import type { SummaryRow } from "../ui/pieces.tsx";
import { signerName } from "../ui/signerName.ts";
import type { Text } from "../ui/text.ts";

/** Who signed the agreement: both, by the day that is entered, and whoever signed for the unit; nobody before that. */
export function signersOf(text: Text, { agreement, mentor, apprentice }: Pair): string[] {
  if (!agreement) return [];
  const words = text.pairPage;
  const both = [`${words.mentor} ${mentor.officer.name}`, `${words.apprentice} ${apprentice.officer.name}`];
  const { signedForUnit } = agreement;
  return signedForUnit === undefined ? both : [...both, `${words.unitLeader} ${signedForUnit}`];
}

/** When the agreement was signed, by whom, and who entered it when; nothing where it is not signed. */
export function signedRows(text: Text, pair: Pair): SummaryRow[] {
  const words = text.pairPage;
  const { agreement } = pair;
  if (!agreement) return [];
  const { signedOn, entered } = agreement;
  return [
    { label: words.signedOn, value: signedOn },
    { label: words.signers, value: signersOf(text, pair).join(text.common.listMark) },
    { label: words.enteredBy, value: `${signerName(text, entered.by)} · ${entered.on}` },
  ];
}
