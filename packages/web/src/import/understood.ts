import { randomInt } from "node:crypto";
import { deployedPair } from "@dunmiao/domain/import/deployPartner";
import type { ImportRow } from "@dunmiao/domain/import/importRow";
import type { ImportUnderstood } from "@dunmiao/domain/import/importUnderstood";
import type { Partner } from "@dunmiao/domain/import/partner";
import { needsApproval } from "@dunmiao/domain/pair/planPair";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import { type PlanGround, planSecondment } from "@dunmiao/domain/term/planSecondment";
import type { PersonRow } from "./checked.ts";
import type { SheetRows } from "./spreadsheet.ts";

const FIRST_ROWS = 3;
/** What planning stands on, with the newest version of every pair scheme. */
type Ground = PlanGround & { pairSchemes: readonly PairScheme[] };

/** What a file was understood to say, for a person to see before anything is written: its first good rows and one at random, as they would be stored. */
export function understoodOf(read: SheetRows, good: readonly ImportRow[], ground: Ground): ImportUnderstood {
  const people = sampled(good.filter((row) => row.sheet === "secondments"));
  // A unit on file that would change is shown where it is ticked, and stays as it is without.
  const units = sampled(good.filter((row) => row.sheet === "units").filter((row) => !row.was));
  return {
    sheets: [...read.sheets],
    ...(read.text && { text: read.text }),
    people: people.flatMap(({ row, isRandom }) => personOf(row, isRandom, ground)),
    units: units.map(({ row: { sheetName, row, unit }, isRandom }) => ({
      ...(sheetName && { sheetName }),
      row,
      isRandom,
      ...unit,
    })),
  };
}

/** The first rows and, of what is left, one that nobody chose: a wrong reading often begins further down. */
export function sampled<Row>(rows: readonly Row[]): { row: Row; isRandom: boolean }[] {
  const first = rows.slice(0, FIRST_ROWS).map((row) => ({ row, isRandom: false }));
  const rest = rows.slice(FIRST_ROWS);
  const random = rest.length === 0 ? undefined : rest[randomInt(rest.length)];
  return random ? [...first, { row: random, isRandom: true }] : first;
}

function personOf(row: PersonRow, isRandom: boolean, ground: Ground): ImportUnderstood["people"] {
  const plan = planSecondment(row, ground);
  if (!plan.ok) return [];
  const { officer, sending, hostStation, post, term } = plan.value.after;
  const { serviceNumber, name, sex, birthMonth } = officer;
  return [
    {
      ...(row.sheetName && { sheetName: row.sheetName }),
      row: row.row,
      isRandom,
      serviceNumber,
      name,
      sex,
      birthMonth,
      homeUnit: sending.name,
      hostStation: hostStation.name,
      post,
      ...term,
      ...(row.partner && partnerLine(row.partner, { apprentice: serviceNumber, term }, ground)),
    },
  ];
}

function partnerLine(
  partner: Partner,
  of: { apprentice: string; term: { from: string; to: string } },
  { pairSchemes }: Ground,
) {
  const { number, name, focus } = partner;
  const scheme = pairSchemes.find(({ id }) => id === partner.scheme);
  const pairWaits = scheme && needsApproval(deployedPair(partner, { ...of, scheme }), scheme);
  const focusName = scheme?.focuses.find(({ key }) => key === focus)?.name;
  return {
    partner: { number, name, focus, ...(focusName && { focusName }) },
    ...(pairWaits !== undefined && { pairWaits }),
  };
}
