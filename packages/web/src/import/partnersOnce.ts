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

export type PairedRow = { row: PersonRow; planned: PlannedPair };
const mentorsAtOnce = 24;

/**
 * What the rows of one file do to each other as pairs: a mentor takes no more of them than the scheme allows, somebody
 * new is the same person in each, and whoever the list sends away leads nobody. The later row is refused. One GetItem for
 * each mentor of several rows.
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
    const { periods } = await loadHeld(store, mentorClaimKey(mentor));
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
