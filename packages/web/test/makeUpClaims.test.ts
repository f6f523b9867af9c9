import { approveAbsence } from "@dunmiao/domain/absence/approveAbsence";
import { recordAbsence } from "@dunmiao/domain/absence/recordAbsence";
import type { Ground } from "@dunmiao/domain/change";
import { approveRuling } from "@dunmiao/domain/ruling/decideRuling";
import { proposeRuling } from "@dunmiao/domain/ruling/proposeRuling";
import { giveStatement } from "@dunmiao/domain/ruling/statement";
import { beforeAll, describe, expect, test } from "vitest";
import { place, saveCohort } from "./people.ts";
import { act, everythingFiled, packOf, type RulingApp, rulingApp } from "./rulings.ts";

let app: RulingApp;
beforeAll(async () => {
  app = await rulingApp();
});

const approver = { id: "approver-1", role: "approver" } as const;
/** The same case under a scheme that lets the days missed be made up. */
const makingUp = (ground: Ground): Ground => ({
  ...ground,
  scheme: { ...ground.scheme, overLimitOutcome: "make-up-extension" },
});

/** Sixteen days missed in a year that is over, and a make-up term proposed. */
async function proposed(id: string) {
  const facts = { class: "sick", from: "2025-06-03", to: "2025-06-24" } as const;
  await act(app, id, (ground) => recordAbsence(ground, facts));
  await act(app, id, (ground) => approveAbsence(ground, "a1", { overLimit: true }), approver);
  await act(app, id, everythingFiled);
  await act(app, id, (ground) => giveStatement(ground, { note: "refused by telephone" }));
  const wish = { outcome: "make-up", reason: "will make it up" } as const;
  await act(app, id, (ground) => proposeRuling(makingUp(ground), wish));
}
const approve = (id: string) =>
  act(app, id, (ground) => approveRuling(makingUp(ground), "r1", { reason: "agreed" }), approver);

describe("a make-up term needs its post", () => {
  test("is refused while a successor holds it, and nothing changes", async () => {
    await proposed("c0-0001");
    const next = await saveCohort(app.store, "c3", "2026-03-01");
    await place(app.store, next, { number: "0008", station: "B0-S1" });
    const before = await packOf(app.hr, "c0-0001");
    await expect(approve("c0-0001")).rejects.toThrow("post-busy");
    expect(await packOf(app.hr, "c0-0001")).toEqual(before);
  });

  test("holds it to its new last day otherwise", async () => {
    await proposed("c0-0002");
    await approve("c0-0002");
    const { status, term } = await packOf(app.hr, "c0-0002");
    expect([status, term.to]).toEqual(["serving", "2026-03-24"]);
    const during = await saveCohort(app.store, "c4", "2026-03-24");
    const after = await saveCohort(app.store, "c5", "2026-03-25");
    await expect(place(app.store, during, { number: "0009", station: "B0-S2" })).rejects.toThrow("post-busy");
    await place(app.store, after, { number: "0009", station: "B0-S2" });
  });
});
