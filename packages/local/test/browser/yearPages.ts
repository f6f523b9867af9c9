import type { FormPlaces } from "./openForms.ts";
import type { Persona } from "./site.ts";

export type Opened = { path: string; as?: Persona };
/** What the pages about forms, rulings and results also need in their addresses, and whose pages they are. */
export const yearNames = [
  "returned",
  "sentBack",
  "submitted",
  "proposed",
  "committed",
  "cancelled",
  "revealed",
  "result",
  "recorded",
  "pair",
  "proposedPair",
  "post",
] as const;
export type YearPlaces = Record<(typeof yearNames)[number], Opened>;

type Around = Record<"calm" | "over" | "ruled" | "cohort", string> & FormPlaces & { year: YearPlaces };

const approver = { persona: "approver" };
const filing = "/secondments/{id}/checkpoints/{key}/forms/{by}";

/** The GET routes from the forms to the ruling, each with the addresses to open: in all states that a page has. */
export function yearPagesOf(around: Around): Record<string, Opened[]> {
  return { ...formPagesOf(around), ...rulingPagesOf(around), ...resultPagesOf(around) };
}

function formPagesOf(around: Around): Record<string, Opened[]> {
  const { calm, cohort, form, year } = around;
  const station = { persona: "station", unit: around.formStation };
  const attendance = { persona: "station", unit: around.attendanceStation };
  const list = `${cohort}/assessments`;
  return {
    [filing]: [{ path: form, as: station }, year.returned, { path: around.attendance, as: attendance }],
    [`${filing}/check`]: [{ path: `${form}/check`, as: station }],
    "/secondments/{id}/assessments/{fid}": [
      { path: around.filed },
      year.sentBack,
      year.submitted,
      { path: `${calm}/assessments/f1` },
    ],
    "/secondments/{id}/coverage": [{ path: `${calm}/coverage` }],
    "/cohorts/{id}/timeline": [{ path: `${cohort}/timeline` }, { path: `${cohort}/timeline?branch=420102` }],
    "/cohorts/{id}/assessments": ["", "?forms=all&is=late", "?without=months"].map((query) => ({
      path: list + query,
    })),
    "/notifications": [{ path: "/notifications" }, { path: "/notifications", as: { persona: "branch" } }],
  };
}

function rulingPagesOf({ calm, over, ruled, year: { proposed } }: Around): Record<string, Opened[]> {
  const officer = { persona: "officer", serviceNumber: over.slice(-6) };
  const another = { ...approver, person: "2" };
  return {
    "/secondments/{id}/ruling": [
      { path: `${over}/ruling` },
      { path: `${over}/ruling`, as: officer },
      { path: `${proposed.path}/ruling` },
      { path: `${proposed.path}/ruling`, as: approver },
      { path: `${ruled}/ruling` },
      { path: `${ruled}/ruling`, as: another },
    ],
    "/secondments/{id}/ruling/print": [{ path: `${ruled}/ruling/print` }],
    "/secondments/{id}/rulings/{rid}/notice": [{ path: `${ruled}/rulings/r1/notice` }],
    "/secondments/{id}/end-early": [{ path: `${calm}/end-early` }],
    "/secondments/{id}/extension": [{ path: `${calm}/extension` }],
  };
}

function resultPagesOf({ calm, over, cohort, year }: Around): Record<string, Opened[]> {
  const scheme = "/schemes/literal/draft";
  return {
    "/secondments/{id}/hand-over": [{ path: `${over}/hand-over` }, { path: `${calm}/hand-over` }],
    "/secondments/{id}/hand-over/print": [{ path: `${calm}/hand-over/print` }],
    "/secondments/{id}/results": [{ path: `${over}/results` }, { path: `${calm}/results` }],
    "/cohorts/{id}/awards": [{ path: `${cohort}/awards` }],
    "/cohorts/{id}/next": [{ path: `${cohort}/next` }],
    "/schemes/{id}/draft": [{ path: scheme }, { path: scheme, as: approver }],
    "/schemes/{id}/draft/preview": [`${scheme}/preview`, `${scheme}/preview?allowed=1`].flatMap((path) => [
      { path },
      { path, as: approver },
    ]),
    "/pairs": [{ path: "/pairs" }, { path: "/pairs?file=incomplete&state=active" }],
    "/pairs/{id}/print": [
      { ...year.pair, path: `${year.pair.path}/print?sheet=agreement` },
      { ...year.pair, path: `${year.pair.path}/print?sheet=test` },
    ],
    "/pairs/{id}": [year.pair, year.proposedPair],
    "/posts": [
      { path: "/posts" },
      { path: "/posts?kind=school&state=serving&moved=true" },
      { path: "/posts", as: { persona: "officer" } },
    ],
    "/posts/new": [{ path: "/posts/new?place=XX-1" }],
    "/posts/coverage": [{ path: "/posts/coverage" }, { path: "/posts/coverage?only=nobody" }],
    "/posts/{id}": [year.post, { ...year.post, as: { persona: "auditor" } }],
    "/posts/{id}/events": [{ path: `${year.post.path}/events` }],
    "/spot-checks/{id}": [
      year.committed,
      year.cancelled,
      year.revealed,
      { ...year.revealed, as: { persona: "auditor" } },
    ],
    "/spot-checks/{id}/cancel": [{ path: `${year.committed.path}/cancel` }],
    "/spot-checks/{id}/events": [{ path: `${year.revealed.path}/events` }],
    "/spot-checks/{id}/results/{secondmentId}": [year.result],
    "/spot-checks/{id}/results/{secondmentId}/correct": [year.recorded],
  };
}
