import type { Officer } from "@dunmiao/domain/officer";
import type { CorrectionGround } from "@dunmiao/domain/officer/correctionSteps";
import { differences, mergeWaits, refusedMerge } from "@dunmiao/domain/officer/mergeOfficer";
import type { CountMove, FactChange } from "@dunmiao/domain/officerCorrection";
import type { Refused } from "@dunmiao/domain/refusal";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { Acting } from "@dunmiao/store/engine/acting";
import type { Store } from "@dunmiao/store/engine/client";
import { loadRecord } from "@dunmiao/store/engine/record";
import { officerNoun } from "@dunmiao/store/officer";
import { movesOf } from "@dunmiao/store/officerCorrection";
import { termsOf } from "@dunmiao/store/officerTerms";
import { otherNumbers } from "@dunmiao/store/otherNumbers";
import type { Units } from "@dunmiao/store/unit";

type Person = { officer: Officer; terms: readonly Secondment[] };
/** What a merge would do: the two as they are on file, what differs, whether it waits, and why it cannot be. */
export type MergeRead = Person & {
  into: string;
  other: Person | undefined;
  changes: readonly FactChange[];
  /** What it makes of the counts. */
  moves: readonly CountMove[];
  waits: boolean;
  refused: Refused | undefined;
};

/** Reads both numbers with all their secondments and asks the rule; nothing is written. */
export async function readMerge(
  from: Pick<Acting, "store" | "calendar">,
  { officer, into, units }: { officer: Officer; into: string; units: Units },
): Promise<MergeRead> {
  const { store } = from;
  const [own, other] = await Promise.all([personOf(store, officer), loadPerson(store, into)]);
  const ground: Pick<CorrectionGround, "officer" | "terms" | "other" | "unitName"> = {
    ...own,
    other,
    unitName: (code) => units.get(code)?.name,
  };
  const changes = other ? differences(ground, other.officer) : [];
  return {
    ...own,
    into,
    other,
    changes,
    moves: (await movesOf(from, own.terms))(changes),
    waits: mergeWaits(ground),
    refused: refusedMerge(ground, into),
  };
}

async function loadPerson(store: Store, number: string): Promise<Person | undefined> {
  const officer = number === "" ? undefined : await loadRecord(store, officerNoun, number);
  return officer && personOf(store, officer);
}

async function personOf(store: Store, officer: Officer): Promise<Person> {
  const { terms } = await termsOf(store, officer.id);
  return { officer, terms };
}

/** A number on file that may be the same person's; undefined where nobody is alike. */
export async function alikeOf(store: Store, { id, ...facts }: Officer): Promise<string | undefined> {
  const person = { ...facts, serviceNumber: id };
  return (await otherNumbers(store, [person]))(person)[0]?.serviceNumber;
}
