import { amendAbsence } from "@dunmiao/domain/absence/amendAbsence";
import { approveAbsence } from "@dunmiao/domain/absence/approveAbsence";
import { recordAbsence } from "@dunmiao/domain/absence/recordAbsence";
import { rejectAbsence } from "@dunmiao/domain/absence/rejectAbsence";
import { submitForm } from "@dunmiao/domain/assessment/fileForm";
import { decideContribution, reportContribution } from "@dunmiao/domain/award/recordContribution";
import type { Ground } from "@dunmiao/domain/change";
import { approveRuling, rejectRuling } from "@dunmiao/domain/ruling/decideRuling";
import { proposeRuling } from "@dunmiao/domain/ruling/proposeRuling";
import { answerReview, requestReview } from "@dunmiao/domain/ruling/reviewRuling";
import { issueNotice, recordReceipt } from "@dunmiao/domain/ruling/serveNotice";
import { giveStatement } from "@dunmiao/domain/ruling/statement";
import { correctReportIn } from "@dunmiao/domain/term/correctReportIn";
import { rejectReportIn, withdrawReportIn } from "@dunmiao/domain/term/decideReportIn";
import { endEarly } from "@dunmiao/domain/term/endEarly";
import { confirmReportIn, lateDaysOf } from "@dunmiao/domain/term/reportIn";
import { writeHandOver } from "@dunmiao/domain/term/writeHandOver";
import { createCohort } from "@dunmiao/store/changeCohort";
import { changeSecondment } from "@dunmiao/store/changeSecondment";
import { tryWrite } from "@dunmiao/store/engine/tryWrite";
import { keepForm } from "@dunmiao/store/kept";
import { placeOfficer, planGround } from "@dunmiao/store/placement";
import { createSession } from "@dunmiao/store/session";
import { listUnits } from "@dunmiao/store/unit";
import { beforeAll, expect, test } from "vitest";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { appOver, bodyOf, type Client, clientOf } from "../../web/test/app.ts";
import { leave } from "../../workflow/test/support/acts.ts";
import { progress } from "../../workflow/test/support/progress.ts";
import {
  act,
  addCohort,
  officerOf,
  openWorld,
  secondmentOf,
  type World,
} from "../../workflow/test/support/world.ts";

const start = "2025-03-03";
const later = "2026-05-20";
const reason = "核查情况属实";
const evidence = { number: "政核〔2025〕6 号", title: "考勤核查", date: "2025-04-01" };
let world: World;
let people: string[];
let app: ReturnType<typeof appOver>;
let hr: Client;

beforeAll(async () => {
  world = await openWorld(start, 4);
  people = await addCohort(world, { id: "c1", startsOn: start, people: [1, 2, 3, 4] });
  const clock = { today: () => world.clock.today, now: () => `${world.clock.today}T01:00:00.000Z` };
  const session = await createSession(world.store, { id: "hr-1", role: "hr" });
  app = appOver(world.store, { clock });
  hr = clientOf(app, session);
  // The first came a week late, as far as anybody was told.
  world.clock.today = "2025-03-10";
  await act(world, id(0), "station", (at) => confirmReportIn(at, at.today, lateDaysOf(at, at.today).days));
  await reportInOnFirstDay(1);
  await reportInOnFirstDay(2);
  await reportInOnFirstDay(3);
});

const id = (at: number) => people[at] ?? "";

async function reportInOnFirstDay(at: number) {
  await act(world, id(at), "station", (ground) => confirmReportIn(ground, start, 0));
}

async function expectWhole() {
  expect((await verifyTable(world.store)).faults).toEqual([]);
}

test("a correction of report-in is withdrawn by who proposed it, and another one rejected", async () => {
  world.clock.today = "2025-04-02";
  const propose = (at: Ground) => correctReportIn(at, { on: start, reason, evidence });
  await act(world, id(0), "hr", propose);
  await act(world, id(0), "hr", (at) => withdrawReportIn(at, "r1", { reason }));
  await act(world, id(0), "hr", propose);
  const { reportInCorrections } = await act(world, id(0), "approver", (at) =>
    rejectReportIn(at, "r2", { reason }),
  );
  expect(reportInCorrections.map(({ state }) => state)).toEqual(["withdrawn", "rejected"]);
});

test("days taken out by evidence are approved by another person; a finding is dismissed", async () => {
  const absence = await leave(world, id(0), "2025-03-24", "2025-03-28");
  const shorter = { to: "2025-03-26", reason, evidence };
  await act(world, id(0), "hr", (at) => amendAbsence(at, absence, shorter));
  await act(world, id(0), "approver", (at) => approveAbsence(at, absence, { reason }));
  const recall = { class: "recall", from: "2025-03-20", to: "2025-03-20" } as const;
  const { absences } = await act(world, id(0), "station", (at) => recordAbsence(at, recall));
  const found = absences.at(-1)?.id ?? "";
  const after = await act(world, id(0), "branch", (at) => rejectAbsence(at, found, { reason }));
  expect(after.absences.map(({ state }) => state)).toEqual(["approved", "dismissed"]);
});

test("a result is turned down, a term is cancelled", async () => {
  const result = { kind: "proposal", title: "回访办法", area: "basic-work", month: "2025-03" } as const;
  await act(world, id(0), "officer", (at) => reportContribution(at, result));
  const turnDown = { reason, outcome: "not-adopted" } as const;
  await act(world, id(0), "branch", (at) => decideContribution(at, "k1", turnDown));
  const consultation = { with: "挂职派出所", on: "2025-04-01", note: "同意" };
  const end = { on: "2025-04-01", outcome: "cancelled", reason, consultation } as const;
  const { status } = await act(world, id(2), "hr", (at) => endEarly(at, end));
  expect(status).toBe("ended-early");
});

test("a merge is withdrawn by who proposed it; posts go on to the next cohort; the engine is asked to write", async () => {
  const facts = { name: "另一个号", sex: "male", birthMonth: "1991-01", kind: "officer", homeUnit: "JG-01" };
  expect((await hr.post("/officers", { serviceNumber: "900001", ...facts })).status).toBe(201);
  const { seen } = await bodyOf<{ seen: number }>(hr.get("/officers/100002"));
  const merged = await hr.post("/officers/100002/merge", { seen, into: "900001", evidence });
  expect(merged.status).toBe(201);
  expect((await hr.post("/officers/100002/corrections/k1/withdraw", {})).status).toBe(200);
  const next = { name: "第二批", scheme: "literal", startsOn: "2026-03-03" };
  expect((await hr.post("/cohorts/c1/next", next)).status).toBe(201);
  await tryWrite(world.store);
  await expectWhole();
});

/** Not recognised, after a first proposal was sent back; the notice served and a review asked for. */
async function contested(at: number) {
  await act(world, id(at), "officer", (ground) => giveStatement(ground, { words: "本人陈述" }));
  await act(world, id(at), "hr", (ground) => proposeRuling(ground, { outcome: "recognised", reason }));
  await act(world, id(at), "approver", (ground) => rejectRuling(ground, "r1", { reason }));
  await act(world, id(at), "hr", (ground) => proposeRuling(ground, { outcome: "not-recognised", reason }));
  await act(world, id(at), "approver", (ground) => approveRuling(ground, "r2", { reason }));
  await act(world, id(at), "hr", (ground) => issueNotice(ground, "r2", { number: `政认〔2026〕${at} 号` }));
  await act(world, id(at), "hr", (ground) => recordReceipt(ground, "r2", { on: later, how: "signed" }));
  await act(world, id(at), "officer", (ground) => requestReview(ground, "r2", { reason }));
}

/** Somebody else than who approved the ruling. */
async function answered(at: number, answer: "upheld" | "reopened") {
  const acting = world.acting({ id: "approver-2", role: "approver" });
  const rule = (ground: Ground) => answerReview(ground, "r2", { reason, answer });
  const changed = await changeSecondment(acting, { id: id(at), rule });
  return changed.outcome === "committed" ? changed.record.status : JSON.stringify(changed);
}

test("a year in which nobody filed anything ends, is ruled, reviewed, and upheld or opened again", async () => {
  world.clock.today = later;
  await Promise.all(people.map((each) => progress(world, each, later)));
  await contested(0);
  expect(await answered(0, "upheld")).toBe("not-recognised");
  await contested(3);
  expect(await answered(3, "reopened")).toBe("awaiting-ruling");
});

test("another one, who said nothing, is recognised and shares the results", async () => {
  await act(world, id(1), "hr", (at) => giveStatement(at, { note: "本人表示不作陈述" }));
  await act(world, id(1), "hr", (at) => proposeRuling(at, { outcome: "recognised", reason }));
  await act(world, id(1), "approver", (at) => approveRuling(at, "r1", { reason }));
  const shared = { text: "经验交流", evidence: [] };
  await act(world, id(1), "hr", (at) => submitForm(at, { key: "showcase", by: "hr" }, shared));
  expect((await secondmentOf(world, id(1))).status).toBe("recognised");
});

test("a post is handed over to whoever comes next; a form of somebody whose session ended is kept", async () => {
  await act(world, id(0), "officer", (at) => writeHandOver(at, { words: { ongoing: "在办警情" } }));
  await successorOf(0);
  const successor = { id: "officer-100009", role: "officer", serviceNumber: "100009" } as const;
  const reader = clientOf(app, await createSession(world.store, successor));
  expect((await reader.post(`/secondments/${id(0)}/hand-over/receive`, {})).status).toBe(200);
  const form = { path: `/secondments/${id(0)}/absences`, from: `/secondments/${id(0)}/absences/new` };
  const kept = {
    actor: successor,
    ...form,
    fields: [["class", "sick"]] as [string, string][],
    hadFile: false,
  };
  expect(await keepForm(world.store, kept)).toBe(true);
  await expectWhole();
});

/** The next officer at a post, from June on. */
async function successorOf(at: number) {
  const input = { name: "第三批", scheme: "literal", startsOn: "2026-06-01" };
  const created = await createCohort(world.acting(), input, { id: "c3" });
  if (created.outcome !== "committed") throw new Error(created.outcome);
  const { post, hostStation } = await secondmentOf(world, id(at));
  const plan = { officer: officerOf(9), hostStation: hostStation.code, post };
  const ground = await planGround(world.acting(), created.record, await listUnits(world.store));
  expect((await placeOfficer(world.acting(), plan, ground)).ok).toBe(true);
}
