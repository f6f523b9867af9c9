import { absenceRefusals } from "./absence/refusals.ts";
import { accountRefusals } from "./account/refusals.ts";
import { assessmentRefusals } from "./assessment/refusals.ts";
import { auditExportRefusals } from "./auditExport/refusals.ts";
import { awardRefusals } from "./award/refusals.ts";
import { cohortRefusals } from "./cohort/refusals.ts";
import { concurrentPostRefusals } from "./concurrentPost/refusals.ts";
import { cosignerRefusals } from "./cosigner/refusals.ts";
import { importRefusals } from "./import/refusals.ts";
import { matchingRefusals } from "./matching/refusals.ts";
import { noticeRefusals } from "./notice/refusals.ts";
import { officerRefusals } from "./officer/refusals.ts";
import { pairRefusals } from "./pair/refusals.ts";
import type { RefusalClass } from "./refusalClass.ts";
import { requestRefusals } from "./requestRefusals.ts";
import { rulingRefusals } from "./ruling/refusals.ts";
import { schemeRefusals } from "./scheme/refusals.ts";
import { spotCheckRefusals } from "./spotCheck/refusals.ts";
import { termRefusals } from "./term/refusals.ts";
import { unitRefusals } from "./unit/refusals.ts";

/** The tables of all nouns; a code stands in one of them only. */
export const refusalTables = [
  absenceRefusals,
  accountRefusals,
  assessmentRefusals,
  auditExportRefusals,
  awardRefusals,
  cohortRefusals,
  concurrentPostRefusals,
  cosignerRefusals,
  importRefusals,
  matchingRefusals,
  noticeRefusals,
  officerRefusals,
  pairRefusals,
  requestRefusals,
  rulingRefusals,
  schemeRefusals,
  spotCheckRefusals,
  termRefusals,
  unitRefusals,
] as const;
type KeyOf<T> = T extends unknown ? keyof T : never;
/** Every code that anything is refused with. */
export type RefusalCode = KeyOf<(typeof refusalTables)[number]>;

/** An expected "no": a stable kebab-case code, the field it belongs to (a path such as `evidence.number`), figures for its sentence. */
export type Refusal = {
  readonly code: RefusalCode;
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
};
export type Refused = { readonly ok: false; readonly refusals: readonly Refusal[] };
/** What a rule answers: a value, or why not. Exceptions are kept for bugs and outages. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | Refused;

const classes: ReadonlyMap<string, RefusalClass> = new Map(
  refusalTables.flatMap(Object.entries<RefusalClass>),
);

/** The class of a code; undefined for a text that is no code of ours. */
export function classOf(code: string): RefusalClass | undefined {
  return classes.get(code);
}

/** Whether a text that came from elsewhere (a message of a schema, a stored row) is a code. */
export function isRefusalCode(code: string): code is RefusalCode {
  return classes.has(code);
}

/** The rule allows it. */
export function accept<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** The rule says no, for one reason. */
export function refuse(code: RefusalCode, field?: string, params?: Refusal["params"]): Refused {
  return { ok: false, refusals: [{ code, ...(field && { field }), ...(params && { params }) }] };
}
