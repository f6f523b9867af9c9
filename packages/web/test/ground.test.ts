import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Ground } from "@dunmiao/domain/change";
import { accept } from "@dunmiao/domain/refusal";
import { calendarReader } from "@dunmiao/store/calendarReader";
import { changeSecondment } from "@dunmiao/store/changeSecondment";
import { loadRecord } from "@dunmiao/store/engine/record";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { createSession } from "@dunmiao/store/session";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { appOver, clientOf, problemOf } from "./app.ts";
import { approved, idOf, type PopulatedApp, populatedApp, record } from "./fixture.ts";

const hr = { id: "hr-1", role: "hr" } as const;
const id = idOf("100001");
const url = `/secondments/${id}`;
const other = idOf("100002");

const shownSchema = z.object({
  version: z.number(),
  status: z.string(),
  checkpoints: z.array(z.object({ key: z.string(), state: z.string() })),
  warnings: z.array(z.object({ levelDays: z.number() })),
  next: z.string(),
});

let app: PopulatedApp;
let onDay: (day: string, actor?: Parameters<typeof createSession>[1]) => Promise<ReturnType<typeof clientOf>>;
beforeAll(async () => {
  app = await populatedApp();
  onDay = async (day, actor = hr) => {
    const clock = { today: () => day, now: () => `${day}T01:00:00.000Z` };
    return clientOf(appOver(app.store, { clock }), await createSession(app.store, actor));
  };
});

/** The ground that a commit of that day would have, taken from the commit itself; nothing is written. */
async function committedGround(of: string, today: string): Promise<Ground> {
  const acting = { store: app.store, calendar: calendarReader(app.store), actor: hr, today };
  let seen: Ground | undefined;
  const rule = (ground: Ground) => {
    seen = ground;
    return accept(undefined);
  };
  const changed = await changeSecondment({ ...acting, now: `${today}T01:00:00.000Z` }, { id: of, rule });
  if (!seen) throw new Error(`no ground: ${changed.outcome}`);
  return seen;
}

describe("what is due today and nobody swept stands on every page as the commit will find it", () => {
  // Before the first form, on the day of a reminder, after missed months, on the last day and after it.
  for (const day of ["2025-08-26", "2025-09-05", "2026-01-20", "2026-08-25", "2026-08-26", "2026-12-01"])
    test(`on ${day} the case shows the record that a rule is given`, async () => {
      const onFile = await loadRecord(app.store, secondmentNoun, other);
      const { secondment } = await committedGround(other, day);
      const answer = await (await onDay(day)).get(`/secondments/${other}`);
      const shown = shownSchema.parse(await answer.json());
      const { status, warnings, checkpoints } = secondment;
      const states = checkpoints.map(({ key, state }) => ({ key, state }));
      expect(shown).toMatchObject({ status, warnings, checkpoints: states, next: "nothing-left" });
      // The trail has no line of it yet.
      expect(shown.version).toBe(onFile?.version);
    });

  test("after the last day the case waits for a ruling, offers one and no early end, and the rule agrees", async () => {
    const late = await onDay("2026-08-26");
    const stored = await loadRecord(app.store, secondmentNoun, other);
    expect(stored?.status).not.toBe("awaiting-ruling");
    const html = await (await late.page(`/secondments/${other}`)).text();
    expect(html).toContain("待认定");
    expect(html).not.toContain(`/secondments/${other}/end-early`);
    expect(html).toContain(`/secondments/${other}/ruling`);
    const consultation = { with: "所长", on: "2026-08-26", note: "已听取意见" };
    const early = { on: "2026-08-20", outcome: "completed", reason: "调动", consultation };
    expect(await problemOf(await late.post(`/secondments/${other}/end-early`, early))).toMatchObject({
      code: "not-running",
    });
  });

  test("over the limit a page of an absence and the list of an officer's own say the review that opens today", async () => {
    const sick = { class: "sick", from: "2026-03-03", to: "2026-03-25" };
    const absenceId = await approved(app, id, sick);
    const onFile = await loadRecord(app.store, secondmentNoun, id);
    expect(onFile?.status).not.toBe("under-review");
    const { secondment } = await committedGround(id, "2026-03-02");
    expect(secondment.status).toBe("under-review");
    expect(shownSchema.parse(await (await app.hr.get(url)).json()).status).toBe("under-review");
    expect(await (await app.officer.page("/")).text()).toContain("超限核查");
    const voided = await app.hr.post(`${url}/absences/${absenceId}/void`, { reason: "误批" });
    expect(await problemOf(voided)).toMatchObject({ code: "evidence-required" });
    const read = await (await app.hr.get(`${url}/absences/${absenceId}`)).json();
    expect(read).toMatchObject({ loweringNeedsSecondPerson: true });
  });

  test("a request that waits when the term is over is decided where the page offers it", async () => {
    const late = await onDay("2026-08-26", { id: "approver-1", role: "approver" });
    const asked = { class: "sick", from: "2026-08-25", to: "2026-08-25" };
    const absenceId = await record(app.otherStation, idOf("100003"), asked);
    const page = `/secondments/${idOf("100003")}/absences/${absenceId}`;
    expect(await (await late.page(page)).text()).toContain('id="approve"');
    const decided = await late.post(`${page}/approve`, {});
    expect(await decided.json()).toMatchObject({ status: "awaiting-ruling", absence: { state: "approved" } });
  });
});

test("no page makes a ground of its own: who asks for rules or catches up would judge another record", () => {
  const directory = join(import.meta.dirname, "../src");
  const own = globSync("**/*.{ts,tsx}", { cwd: directory }).filter((file) =>
    /year\/catchUp"|rulesFor\b|secondment(: \w+)?, scheme, calendar, actor/.test(
      readFileSync(join(directory, file), "utf8"),
    ),
  );
  expect(own).toEqual([]);
  expect(readFileSync(join(directory, "secondment/caseView.ts"), "utf8")).toContain("groundOf");
});
