import { describe, expect, test } from "vitest";
import {
  armAccount,
  disarmAccount,
  emergenciesToReview,
  presentEmergency,
  reviewEmergency,
  unreviewed,
  useEmergency,
} from "../src/account/emergency.ts";
import { heldForGood } from "../src/account/lastHand.ts";
import { newAccount } from "../src/account/planAccount.ts";
import { type AccountChange, confirmRole, grantRole } from "../src/account/roles.ts";
import type { Account, Emergency } from "../src/account.ts";
import type { PersonRole } from "../src/actor.ts";
import type { Outcome } from "../src/refusal.ts";

const security = { id: "100002", role: "security" } as const;
const auditor = { id: "100004", role: "auditor" } as const;
const now = "2026-03-02T01:00:00.000Z";
const later = (hours: number) => new Date(Date.parse(now) + hours * 3_600_000).toISOString();
const emergency = (more: Partial<Emergency> = {}): Emergency => ({
  ...{ id: "e1", reason: "认证源中断", at: now, until: later(4), by: security },
  ...more,
});
const account = (emergencies: Emergency[], more: Partial<Account> = {}): Account => ({
  ...newAccount({ number: "E1", name: "应急一", kind: "emergency" }),
  ...{ emergencies, hasSecondFactor: true },
  ...more,
});
const codeOf = (outcome: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  outcome.ok ? "ok" : outcome.refusals?.[0]?.code;

function accepted(outcome: Outcome<AccountChange>): Account {
  if (!outcome.ok) throw new Error("refused");
  return outcome.value.after;
}

describe("arming an account for emergencies", () => {
  const person = newAccount({ number: "300001", name: "甲" });
  test.each<[string, Account, string]>([
    ["that is off", account([]), "ok"],
    ["whose last emergency is over", account([emergency({ until: now })]), "ok"],
    ["that is armed", account([emergency()]), "account-armed"],
    ["that is suspended", account([], { status: "suspended" }), "account-suspended"],
    ["that is a person's", person, "account-not-of-emergencies"],
  ])("one %s", (_, before, code) => {
    const ground = { actor: security, now, id: "e2" };
    expect(codeOf(armAccount(before, { hours: 4, reason: "中断" }, ground))).toBe(code);
  });

  test("what nobody has to look over goes first once there are more than twenty", () => {
    const many = Array.from({ length: 20 }, (_, at) =>
      emergency({ id: `old${at}`, until: now, ...(at === 0 && { usedAt: now }) }),
    );
    const armed = armAccount(account(many), { hours: 1, reason: "中断" }, { actor: security, now, id: "e2" });
    const ids = armed.ok ? (armed.value.after.emergencies ?? []).map(({ id }) => id) : [];
    expect([ids.length, ids[0], ids[1], ids.at(-1)]).toEqual([20, "old0", "old2", "e2"]);
  });
});

describe("an emergency", () => {
  test.each([
    ["holds to the last instant before its end", later(3.999), "e1", "ok"],
    ["is over at its end", later(4), undefined, "account-not-armed"],
  ])("%s", (_, at, id, code) => {
    const armed = account([emergency()]);
    expect(presentEmergency(armed, at)?.id).toBe(id);
    expect(codeOf(useEmergency(armed, { now: at }))).toBe(code);
    expect(codeOf(disarmAccount(armed, { now: at }))).toBe(code);
  });

  test("ended early it is over at once, and keeps when somebody first signed in", () => {
    const used = accepted(useEmergency(account([emergency()]), { now: later(1) }));
    const again = accepted(useEmergency(used, { now: later(2) }));
    const ended = accepted(disarmAccount(again, { now: later(3) }));
    expect(ended.emergencies).toEqual([emergency({ usedAt: later(1), until: later(3) })]);
    expect(unreviewed(ended, later(3)).map(({ id }) => id)).toEqual(["e1"]);
  });

  test.each<[string, Partial<Emergency>, string]>([
    ["used and over", { usedAt: now, until: now }, "ok"],
    ["that goes on", { usedAt: now }, "emergency-goes-on"],
    ["that nobody used", { until: now }, "emergency-not-used"],
    [
      "that was reviewed",
      { usedAt: now, until: now, review: { by: auditor, at: now, note: "无异常" } },
      "emergency-reviewed",
    ],
    ["of another number", { id: "e9" }, "not-found"],
    [
      "that whoever is auditor now had armed",
      { usedAt: now, until: now, by: { ...security, id: auditor.id } },
      "same-person-decides",
    ],
  ])("%s, reviewed", (_, more, code) => {
    const outcome = reviewEmergency(
      account([emergency(more)]),
      { id: "e1", note: "无异常" },
      { actor: auditor, now },
    );
    expect(codeOf(outcome)).toBe(code);
    const offered = emergenciesToReview(account([emergency(more)]), { actor: auditor, now });
    expect(offered.length).toBe(outcome.ok ? 1 : 0);
    expect(outcome.ok && unreviewed(outcome.value.after, now)).toEqual(outcome.ok ? [] : false);
  });
});

describe("roles of an account for emergencies", () => {
  test.each<[PersonRole, string]>([
    ["administrator", "ok"],
    ["hr", "ok"],
    ["approver", "role-not-of-kind"],
    ["security", "role-not-of-kind"],
    ["auditor", "role-not-of-kind"],
    ["officer", "role-not-of-kind"],
  ])("%s: %s", (role, code) => {
    const ground = { actor: security, today: "2026-03-02", id: "r1", unit: undefined };
    expect(codeOf(grantRole(account([]), { role, from: "2026-03-02" }, ground))).toBe(code);
  });

  test("both hands are needed also for the administrator's, who is nobody's last resort", () => {
    const ground = { actor: security, today: "2026-03-02", id: "r1", unit: undefined };
    const asked = grantRole(account([]), { role: "administrator", from: "2026-03-02" }, ground);
    if (!asked.ok) throw new Error("refused");
    expect(asked.value.after.assignments[0]?.state).toBe("asked");
    const administrator = { id: "100001", role: "administrator" } as const;
    const confirmed = confirmRole(asked.value.after, "r1", { actor: administrator, today: "2026-03-02" });
    expect(confirmed.ok && heldForGood(confirmed.value.after)).toEqual([]);
  });
});
