import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { BrowserContext } from "playwright-core";
import { expect } from "vitest";
import { type FormPlaces, prepareForms } from "./openForms.ts";
import { ruledPerson } from "./ruledPerson.ts";
import { jsonOf, signInAs } from "./site.ts";
import { uploadPeople } from "./uploadPeople.ts";
import { type Opened, type YearPlaces, yearNames, yearPagesOf } from "./yearPages.ts";
import { prepareYear } from "./yearPlaces.ts";

const main = [
  "calm",
  "near",
  "over",
  "ruled",
  "provisional",
  "proposal",
  "cohort",
  "import",
  "notice",
  "corrected",
  "export",
] as const;
/** What the pages of the demonstration need in their addresses: one person of each risk, an import, a notice. */
export type Places = Record<(typeof main)[number], string> & FormPlaces & { year: YearPlaces };

/** Enough to name the routes. */
export const somewhere: Places = {
  ...recordOf(main, ""),
  ...recordOf(["form", "formStation", "attendance", "attendanceStation", "filed"], ""),
  year: recordOf(yearNames, { path: "" }),
};

function recordOf<Name extends string, Value>(keys: readonly Name[], value: Value) {
  return Object.fromEntries(keys.map((key) => [key, value])) as Record<Name, Value>;
}

/** GET routes that answer JSON or another address only, beside those whose name is a file's. */
const withoutPage = [
  "/calendar/days",
  "/healthz",
  "/audit/heads/{day}",
  "/secondments/{id}/proof/{day}",
  "/pairs/proposals/accepted",
  "/pairs/summary",
  "/tasks/batch",
];
export const files = routesThatGet().filter((path) => withoutPage.includes(path) || /\.[a-z]+$/.test(path));

/** Pages of `npm run serve` alone, which `signIn.test.ts` opens. */
export const realPages = [
  "/account",
  "/account/passphrase",
  "/account/recovery-codes",
  "/account/second-factor",
  "/accounts",
  "/accounts/new",
  "/accounts/import",
  "/accounts/codes",
  "/accounts/links",
  "/accounts/stale",
  "/accounts/{id}",
  "/delegations",
  "/delegations/{id}",
  "/invitation",
  "/set-up",
  "/sign-in",
  "/sign-in/code",
  "/sign-in/provider",
  "/sign-in/provider/answer",
];

/**
 * Every GET route that answers a page, each with the addresses to open: in all states that a page has. One without a
 * parameter of which nothing is said here is opened as it is, by HR.
 */
export function pagesOf(places: Places): Record<string, Opened[]> {
  const asTheyAre = routesThatGet()
    .filter((path) => ![...files, ...realPages].includes(path) && !path.includes("{"))
    .map((path): [string, Opened[]] => [path, [{ path }]]);
  return { ...Object.fromEntries(asTheyAre), ...statesOf(places) };
}

function statesOf(places: Places): Record<string, Opened[]> {
  const { calm, near, over, provisional, proposal, cohort, notice } = places;
  return {
    "/": [
      { path: "/" },
      { path: "/", as: { persona: "approver" } },
      { path: "/", as: { persona: "officer" } },
    ],
    "/tasks": [{ path: "/tasks?whose=all" }],
    "/schemes/{id}": [{ path: "/schemes/literal" }],
    "/working-days": [{ path: "/working-days?from=2026-02-14&to=2026-03-08" }],
    "/pairs/tasks": [{ path: "/pairs/tasks?whose=all" }],
    "/pair-schemes/{id}": [{ path: "/pair-schemes/pair-strict" }],
    "/pair-schemes/{id}/draft": [{ path: "/pair-schemes/pair-strict/draft" }],
    "/audit/heads": [{ path: "/audit/heads", as: { persona: "auditor" } }],
    "/audit/cosigners": [{ path: "/audit/cosigners", as: { persona: "auditor" } }],
    "/audit/exports": [{ path: "/audit/exports", as: { persona: "auditor" } }],
    "/audit/exports/new": [{ path: "/audit/exports/new", as: { persona: "auditor" } }],
    "/audit/exports/{id}": [{ path: places.export, as: { persona: "auditor" } }],
    "/audit/differences": [{ path: "/audit/differences", as: { persona: "auditor" } }],
    "/permissions": [{ path: "/permissions", as: { persona: "auditor" } }],
    "/calendar/notices/{id}": [{ path: notice }, { path: notice, as: { persona: "approver" } }],
    "/cohorts/{id}": [{ path: cohort }],
    "/cohorts/{id}/imports": [{ path: `${cohort}/imports` }],
    "/cohorts/{id}/imports/new": [{ path: `${cohort}/imports/new` }],
    "/imports/{id}": [{ path: places.import }],
    "/units/{code}": [{ path: "/units/420102" }, { path: "/units/420102-01" }],
    "/units/{code}/edit": [{ path: "/units/420102/edit" }],
    "/officers": [{ path: "/officers?q=010001" }],
    "/officers/{serviceNumber}": [
      { path: "/officers/010001" },
      { path: places.corrected },
      { path: places.corrected, as: { persona: "approver" } },
    ],
    "/officers/{serviceNumber}/openings": [{ path: "/officers/010001/openings", as: { persona: "auditor" } }],
    "/officers/{serviceNumber}/requests": [{ path: "/officers/010001/requests" }],
    "/officers/{serviceNumber}/merge": [{ path: "/officers/010001/merge" }],
    "/officers/{serviceNumber}/correct": [{ path: "/officers/010001/correct" }],
    "/secondments": [{ path: "/secondments" }, { path: "/secondments?risk=exceeded&q=0&sort=-used" }],
    "/secondments/{id}": [calm, near, over, provisional].map((path) => ({ path })),
    "/secondments/{id}/days": [{ path: `${near}/days` }],
    "/secondments/{id}/print": [{ path: `${over}/print` }],
    "/secondments/{id}/proof": [{ path: `${over}/proof` }],
    "/secondments/{id}/explanation": [{ path: `${over}/explanation` }],
    "/secondments/{id}/events": [{ path: `${over}/events` }],
    "/secondments/{id}/report-in": [{ path: `${calm}/report-in` }],
    "/secondments/{id}/report-in/corrections": [{ path: `${calm}/report-in/corrections` }],
    "/secondments/{id}/absences": [{ path: `${calm}/absences` }],
    "/secondments/{id}/absences/preview": [{ path: `${calm}/absences/preview` }],
    "/secondments/{id}/absences/new": [{ path: `${calm}/absences/new` }],
    "/secondments/{id}/absences/{absenceId}": [
      { path: proposal },
      { path: proposal, as: { persona: "approver" } },
    ],
    ...yearPagesOf(places),
  };
}

/** The GET routes of the API's description, and the demonstration's own. */
export function routesThatGet(): string[] {
  const description = join(import.meta.dirname, "../../../web/openapi.json");
  const { paths }: { paths: Record<string, object> } = JSON.parse(readFileSync(description, "utf8"));
  const described = Object.keys(paths).filter((path) => "get" in (paths[path] ?? {}));
  return [...described, "/local/sign-in", "/local/clock"];
}

/** Finds people in every state in the demo cohort, and leaves a checked import with mistakes and a notice to confirm. */
export async function prepare(context: BrowserContext): Promise<Places> {
  const [cohort] = (await jsonOf(context, "/cohorts")).items;
  const people = `/secondments?cohort=${cohort.id}`;
  const first = async (query: string) =>
    `/secondments/${(await jsonOf(context, `${people}&${query}`)).items[0].id}`;
  const { items: todos } = await jsonOf(context, "/tasks?whose=all&what=approve-proposal");
  const { href: proposal } = todos.find(({ what }: { what: string }) => what === "approve-proposal");
  const headers = { Accept: "application/json" };
  const post = async (path: string, more: object) => {
    const answer = await context.request.post(path, { headers, ...more });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()).id;
  };
  const forms = await prepareForms(context, strange);
  const file = { name: "<i>名单</i>.csv", mimeType: "text/csv", buffer: Buffer.from(listWithMistakes) };
  const calm = await first("risk=below-10&pending=true");
  return {
    ...forms,
    calm,
    near: await first("risk=from-13"),
    over: await first("risk=exceeded&sort=-used"),
    ruled: await ruledPerson(context),
    year: await prepareYear(context, { calm, cohort: `/cohorts/${cohort.id}`, words: strange }),
    proposal,
    cohort: `/cohorts/${cohort.id}`,
    import: `/imports/${await post(`/cohorts/${cohort.id}/imports`, { multipart: { file } })}`,
    corrected: await prepareCorrection(context),
    export: await prepareExport(context),
    notice: `/calendar/notices/${await post("/calendar/notices", { data: noticeOf2027 })}`,
    provisional: `/secondments/${await uploadPeople(context, [1, 2], { name: strange })}-020001`,
  };
}

/** Somebody of the cohort with a correction of their facts that waits. */
async function prepareCorrection(context: BrowserContext): Promise<string> {
  const path = "/officers/010002";
  const evidence = { number: strange, title: strange, date: "2026-01-05" };
  const { seen } = await jsonOf(context, path);
  const headers = { Accept: "application/json" };
  const data = { seen, name: strange, homeUnit: "420102", evidence };
  const answer = await context.request.post(`${path}/corrections`, { headers, data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return path;
}

/** An audit export, once a day is signed; HR is at the desk again. */
async function prepareExport(context: BrowserContext): Promise<string> {
  await signInAs(context, { persona: "auditor" });
  // Signed behind the start; the limit of the hook ends what never comes.
  while ((await jsonOf(context, "/audit/heads")).items.length === 0) await setTimeout(100);
  const headers = { Accept: "application/json" };
  const data = { of: "all", purpose: strange };
  const answer = await context.request.post("/audit/exports", { headers, data });
  expect(answer.ok(), await answer.text()).toBe(true);
  await signInAs(context, { persona: "hr" });
  return (await answer.json()).location;
}

/** Text of people that looks like markup. */
export const strange = "<b>第三批</b> & <script>alert(1)</script>";
const listWithMistakes = `警号,姓名,性别,出生年月,人员类别,派出单位,接收派出所
030001,<b>甲</b>,男,1995-06,民警,市局,420102-01
030002,乙,<script>,1995-13,民警,市局,nowhere
`;
const noticeOf2027 = {
  year: 2027,
  title: strange,
  missingConfirmed: [
    "spring-festival",
    "qingming",
    "labour-day",
    "dragon-boat",
    "mid-autumn",
    "national-day",
  ],
  days: [
    { date: "2027-01-01", working: false, name: "元旦" },
    { date: "2027-01-03", working: true, name: "元旦" },
  ],
};
