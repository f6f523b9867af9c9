import type { ImportRefusal } from "@dunmiao/domain/import/importRow";
import type { Partner } from "@dunmiao/domain/import/partner";
import { type Held, holdMentor } from "@dunmiao/domain/pair/holding";
import { nameKey } from "@dunmiao/domain/plainText";
import type { Refusal } from "@dunmiao/domain/refusal";
import type { PlannedPair } from "@dunmiao/store/deployedPair";
import type { Store } from "@dunmiao/store/engine/client";
import { mentorClaimKey } from "@dunmiao/store/engine/keys";
import { loadHeld } from "@dunmiao/store/pairClaims";
import { atOnce } from "../atOnce.ts";
import { type PersonRow, ruleProblems } from "./checked.ts";
import { firstSheet } from "./list.ts";
import { alikes, SAME_PERSON } from "./samePerson.ts";

export type PairedRow = { row: PersonRow; planned: PlannedPair };
const mentorsAtOnce = 24;

/**
 * What the rows of one file do to each other as pairs: a mentor takes no more of them than the scheme allows, somebody
 * new is the same person in each, and whoever the list sends away leads nobody. The later row is refused. One GetItem for
 * each mentor on file of several rows.
 */
export async function partnersOnce(
  store: Store,
  paired: readonly PairedRow[],
  sent: ReadonlyMap<string, { row: number; sheetName?: string | undefined }>,
): Promise<ImportRefusal[]> {
  const byMentor = Map.groupBy(paired, ({ planned }) => planned.pair.mentor.officer.serviceNumber);
  const problems = await atOnce([...byMentor], mentorsAtOnce, async ([mentor, rows]) => {
    const place = sent.get(mentor);
    if (place) return rows.flatMap(({ row }) => inList(row, place));
    if (rows.length < 2) return [];
    const isNew = rows.some(({ planned }) => planned.mentor !== undefined);
    const { periods } = isNew ? { periods: [] } : await loadHeld(store, mentorClaimKey(mentor));
    return [...differing(rows), ...overLoad(rows, periods)];
  });
  return problems.flat();
}

function inList(row: PersonRow, sent: { row: number; sheetName?: string | undefined }): ImportRefusal[] {
  const params = { row: sent.row, ...firstSheet({ sheet: "secondments", ...sent }, row) };
  return ruleProblems(row, [{ code: "partner-in-list", field: "partner", params }]);
}

function overLoad(rows: readonly PairedRow[], onFile: readonly Held[]): ImportRefusal[] {
  let periods = onFile;
  return rows.flatMap(({ row, planned }) => {
    const { id, term } = planned.pair;
    const held = holdMentor(periods, { pairId: id, ...term }, planned.scheme);
    if (held.ok) periods = held.value;
    return held.ok
      ? []
      : ruleProblems(
          row,
          held.refusals.map((each): Refusal => ({ ...each, field: "partner" })),
        );
  });
}

const facts = ["name", "sex", "birthMonth"] as const;
const columnOfFact = { name: "partnerName", sex: "partnerSex", birthMonth: "partnerBirthMonth" } as const;

function differing([first, ...later]: readonly PairedRow[]): ImportRefusal[] {
  const one = first?.row.partner;
  if (!one || !first.planned.mentor) return [];
  return later.flatMap(({ row }) => {
    const fact = facts.find((each) => plain(row.partner, each) !== plain(one, each));
    if (!fact) return [];
    const params = { firstRow: first.row.row, ...firstSheet(first.row, row) };
    return ruleProblems(row, [{ code: "partner-differs", field: columnOfFact[fact], params }]);
  });
}

function plain(partner: Partner | undefined, fact: (typeof facts)[number]): string {
  return nameKey(partner?.[fact] ?? "");
}

/**
 * Partners who would be put on file and may be somebody known under another number, or each other: nobody is asked in the
 * middle of a row that has a question of its own, so that the row waits until the number is right or on file.
 */
export async function partnersAlike(store: Store, paired: readonly PairedRow[]): Promise<ImportRefusal[]> {
  const fresh = paired.flatMap(({ row, planned: { mentor } }) => (mentor ? [{ row, mentor }] : []));
  const byNumber = new Map(fresh.map(({ mentor }) => [mentor.serviceNumber, mentor]));
  if (byNumber.size === 0) return [];
  const alikeOf = await alikes(store, [...byNumber.values()]);
  return fresh.flatMap(({ row, mentor }) => {
    const alike = alikeOf(mentor);
    const params = { known: alike?.serviceNumber ?? "" };
    return alike ? ruleProblems(row, [{ code: SAME_PERSON, field: "partner", params }]) : [];
  });
}
