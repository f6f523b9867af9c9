import type { Officer } from "@dunmiao/domain/officer";

/** A person on file as JSON. */
export function officerView({ id, name, sex, birthMonth, kind, homeUnit }: Officer) {
  return { serviceNumber: id, name, sex, birthMonth, kind, homeUnit };
}

/** The same with its corrections; `seen` is the version that a correction sends back. */
export function correctionView(officer: Officer) {
  const { version, corrections = [], mergedInto, numbers = [] } = officer;
  return { ...officerView(officer), seen: version, corrections, numbers, ...(mergedInto && { mergedInto }) };
}
