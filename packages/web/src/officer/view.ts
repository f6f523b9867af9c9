import type { Officer } from "@dunmiao/domain/officer";
import type { Correction } from "@dunmiao/domain/officerCorrection";

/** A person on file as JSON. */
export function officerView({ id, name, sex, birthMonth, kind, homeUnit }: Officer) {
  return { serviceNumber: id, name, sex, birthMonth, kind, homeUnit };
}

/** A correction as a reader sees it: what it makes of the count of a secondment is for whoever sees that one. */
export function seenCorrection(
  { counts, ...facts }: Correction,
  terms: readonly { id: string }[],
): Correction {
  const seen = counts?.filter(({ secondmentId }) => terms.some(({ id }) => id === secondmentId)) ?? [];
  return { ...facts, ...(seen.length > 0 && { counts: seen }) };
}

/** The same with its corrections; `seen` is the version that a correction sends back. */
export function correctionView(officer: Officer) {
  const { version, corrections = [], mergedInto, numbers = [] } = officer;
  return { ...officerView(officer), seen: version, corrections, numbers, ...(mergedInto && { mergedInto }) };
}
