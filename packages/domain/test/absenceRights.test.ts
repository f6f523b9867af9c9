import { describe, expect, test } from "vitest";
import * as z from "zod";
import { type Absence, absenceStates } from "../src/absence.ts";
import { rolesOf } from "../src/permissions.ts";
import type { Secondment } from "../src/secondment.ts";
import data from "./cases/absenceRights.json" with { type: "json" };
import { type Act, doAct } from "./support/acts.ts";
import { absenceOf, answerOf, factsOf, secondment } from "./support/world.ts";

const { matrix, roles } = z
  .strictObject({
    roles: z.array(z.string()),
    matrix: z.array(
      z.strictObject({
        act: z.enum(["record", "approve", "reject", "confirm", "contest", "amend", "void"]),
        on: z.string(),
        may: z.array(z.string()),
        others: z.string(),
        officer: z.string().optional(),
        station: z.string().optional(),
      }),
    ),
  })
  .parse(data);

const today = "2026-03-02";
const days = { "3": "2026-03-11", "7": "2026-03-17", "8": "2026-03-18" } as const;

function request(state: Absence["state"], to: string = days[3]): Absence {
  return absenceOf(1, { class: "personal", from: "2026-03-09", to, state });
}

function finding(state: Absence["state"]): Absence {
  return absenceOf(1, { class: "unexplained", from: "2026-02-26", state });
}

const contest = { on: today, reason: "I was on duty" };
const proposalBy = { by: { id: "hr-9", role: "hr" as const }, on: today, reason: "wrong day" };
const longer = factsOf({ class: "personal", from: "2026-03-09", to: days[8] });

const situations: Record<string, Absence> = {
  "a request of 3 days": request("requested"),
  "a request of 7 days": request("requested", days[7]),
  "a request of 8 days": request("requested", days[8]),
  "an approved request": request("approved"),
  "a rejected request": request("rejected"),
  "a void request": request("void"),
  "a recorded finding": finding("recorded"),
  "a recorded finding of the station": {
    ...finding("recorded"),
    recordedBy: { id: "station-9", role: "station" },
  },
  "a recorded finding under objection": { ...finding("recorded"), contest },
  "a confirmed finding": finding("confirmed"),
  "a confirmed finding under objection": { ...finding("confirmed"), contest },
  "a dismissed finding": finding("dismissed"),
  "a void finding": finding("void"),
  "a proposal to void": { ...request("approved"), proposal: { act: "void", ...proposalBy } },
  "a proposal to add days": {
    ...request("approved"),
    proposal: { act: "amend", facts: longer, ...proposalBy },
  },
};

function actOf(act: Act["act"], on: string): Act {
  const id = "a1";
  if (act === "record")
    return { act, facts: factsOf({ class: on === "a finding" ? "recall" : "sick", from: "2026-03-09" }) };
  if (act === "amend") return { act, id, facts: { note: "seen the roster" } };
  if (act === "report-in") return { act, on };
  return { act, id, ...(act === "void" && { withEvidence: true }) };
}

function record(on: string): Secondment {
  const found = situations[on];
  return secondment({ absences: found ? [found] : [] });
}

describe("who may do what to an absence, in every state", () => {
  test("the table names every role", () => {
    expect(roles.toSorted()).toEqual(rolesOf("read-todos").toSorted());
  });

  test("the table names every state, and no situation that does not exist", () => {
    const named = matrix.filter(({ act }) => act !== "record").map(({ on }) => on);
    expect(named.filter((on) => situations[on] === undefined)).toEqual([]);
    expect(new Set(named.map((on) => situations[on]?.state))).toEqual(new Set(absenceStates));
  });

  for (const { act, on, may, others, ...ofRole } of matrix)
    test.each(roles.map((role) => [role]))(`${act} ${on}: %s`, (role) => {
      const otherwise = (role === "officer" || role === "station" ? ofRole[role] : undefined) ?? others;
      const outcome = doAct(record(on), role, today, actOf(act, on));
      expect(answerOf(outcome)).toBe(may.includes(role) ? "accepted" : otherwise);
    });
});

describe("facts are closed once the year is ruled or the secondment withdrawn", () => {
  const closed = ["recognised", "not-recognised", "withdrawn", "ended-early"] as const;
  const open = ["planned", "serving", "under-review", "awaiting-ruling"] as const;
  const acts = ["record", "approve", "reject", "amend", "void"] as const;

  test.each(acts.flatMap((act) => closed.map((status) => [act, status] as const)))(
    "%s when %s",
    (act, status) => {
      const by = act === "record" ? "hr" : "approver";
      const outcome = doAct({ ...record("a request of 3 days"), status }, by, today, actOf(act, ""));
      expect(answerOf(outcome)).toBe("closed-to-facts");
    },
  );

  test.each(acts.flatMap((act) => open.map((status) => [act, status] as const)))(
    "%s when %s",
    (act, status) => {
      const by = act === "record" ? "hr" : act === "void" ? "officer" : "approver";
      const outcome = doAct({ ...record("a request of 3 days"), status }, by, today, actOf(act, ""));
      expect(answerOf(outcome)).toBe("accepted");
    },
  );
});
