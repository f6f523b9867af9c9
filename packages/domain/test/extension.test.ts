import { describe, expect, test } from "vitest";
import * as z from "zod";
import { approveAbsence } from "../src/absence/approveAbsence.ts";
import { recordAbsence } from "../src/absence/recordAbsence.ts";
import { type Absence, isUndecided } from "../src/absence.ts";
import { type Actor, signature } from "../src/actor.ts";
import type { Change, Ground } from "../src/change.ts";
import { countOf } from "../src/count/count.ts";
import { type Extension, extensionSchema } from "../src/extension.ts";
import type { Outcome } from "../src/refusal.ts";
import type { Scheme } from "../src/scheme.ts";
import { claimedUntil, limitDaysOf, type Secondment, secondmentStatuses } from "../src/secondment.ts";
import { decideExtension, type ExtensionAnswer, hearHost, hearSending } from "../src/term/decideExtension.ts";
import { extensionTurnOf } from "../src/term/extensionActs.ts";
import { extensionWindow, requestExtension, withdrawExtension } from "../src/term/requestExtension.ts";
import { todosOf } from "../src/year/todosOf.ts";
import data from "./cases/extension.json" with { type: "json" };
import { Story } from "./support/acts.ts";
import {
  type AbsenceCase,
  absencesOf,
  after,
  answerOf,
  calendar,
  factsOf,
  ground,
  literal,
  must,
  person,
  secondment,
  termFrom,
} from "./support/world.ts";

const date = z.iso.date();
const answer = z.string();
const states = extensionSchema.shape.state;
const acts = z.enum(["request", "host", "sending", "decide", "withdraw"]);
const period = z.strictObject({ from: z.string(), to: z.string() });
const { window, months, askers, statuses, turns, proposals } = z
  .strictObject({
    window: z.array(z.strictObject({ name: z.string(), from: date, today: date, answer })),
    months: z.array(z.strictObject({ name: z.string(), months: z.int(), answer, to: date.optional() })),
    askers: z.array(z.strictObject({ by: z.string(), answer })),
    statuses: z.array(z.strictObject({ status: z.enum(secondmentStatuses), answer })),
    proposals: z.array(
      z.strictObject({
        name: z.string(),
        leave: period,
        act: z.enum(["amend", "void", "take-out"]),
        facts: period.optional(),
        day: date.optional(),
        before: z.number(),
        old: z.number(),
        further: z.number(),
      }),
    ),
    turns: z.array(z.strictObject({ state: states, by: z.string(), act: acts, answer })),
  })
  .parse(data);

const inWindow = "2026-08-03";
const six = { months: 6, reason: "两起案件尚在办理" };
const yes: ExtensionAnswer = { agrees: true, reason: "同意" };
const no: ExtensionAnswer = { agrees: false, reason: "岗位另有安排" };
const asked = (by = "officer") => after(requestExtension(ground(secondment(), by, inWindow), six));

const rules: Record<z.infer<typeof acts>, (at: ReturnType<typeof ground>) => Outcome<Change>> = {
  request: (at) => requestExtension(at, six),
  host: (at) => hearHost(at, yes),
  sending: (at) => hearSending(at, yes),
  decide: (at) => decideExtension(at, yes),
  withdraw: (at) => withdrawExtension(at, {}),
};

/** A request that host and sending unit have answered, as it waits for the bureau. */
function heard(record = asked()): Secondment {
  const host = after(hearHost(ground(record, "station", "2026-08-04"), yes));
  return after(hearSending(ground(host, "sending", "2026-08-05"), no));
}

describe("the window: from eleven months after the first day to the last day", () => {
  test.each(window)("$name: $answer", ({ from, today, answer: expected }) => {
    const record = secondment({ term: termFrom(from) });
    const outcome = requestExtension(ground(record, "officer", today), six);
    expect(answerOf(outcome)).toBe(expected);
  });

  test("the refusal says from when to when", () => {
    const outcome = requestExtension(ground(secondment(), "officer", "2026-07-25"), six);
    expect(outcome).toMatchObject({ refusals: [{ params: { from: "2026-07-26", to: "2026-08-25" } }] });
  });

  test("a term that ended early is over", () => {
    const record = secondment({ endedOn: "2026-08-10" });
    expect(answerOf(requestExtension(ground(record, "officer", "2026-08-10"), six))).toBe(
      "not-open-to-extension",
    );
    expect(extensionWindow(record, literal)).toBeUndefined();
  });

  test.each(["2026-03-31", "2026-08-10"])("one that people ended on %s says so, not a window", (on) => {
    const by = { id: "hr", role: "hr" as const };
    const consultation = { with: "所长", on: "2026-03-02", note: "" };
    const earlyEnd = { on, outcome: "completed" as const, reason: "x", consultation, by, decidedOn: on };
    const outcome = requestExtension(ground(secondment({ endedOn: on, earlyEnd }), "officer", on), six);
    expect(outcome).toMatchObject({ refusals: [{ code: "already-ended-early", params: { on } }] });
  });
});

describe("a request", () => {
  test.each(months)("for months: $name", ({ months: count, answer: expected, to }) => {
    const outcome = requestExtension(ground(secondment(), "officer", inWindow), { ...six, months: count });
    expect(answerOf(outcome)).toBe(expected);
    if (to)
      expect(must(outcome).after.extension).toMatchObject({ state: "requested", from: "2026-08-26", to });
  });

  test.each(askers)("by $by: $answer", ({ by, answer: expected }) => {
    expect(answerOf(requestExtension(ground(secondment(), by, inWindow), six))).toBe(expected);
  });

  test.each(statuses)("of a term that is $status: $answer", ({ status, answer: expected }) => {
    expect(answerOf(requestExtension(ground(secondment({ status }), "officer", inWindow), six))).toBe(
      expected,
    );
  });

  test("another officer cannot ask for it", () => {
    const other: Actor = { id: "officer-2", role: "officer", serviceNumber: "100002" };
    const at = { ...ground(secondment(), "officer", inWindow), actor: other };
    expect(answerOf(requestExtension(at, six))).toBe("extension-only-own");
  });

  test("holds officer and post until the further term would end, and lets go when it is refused or withdrawn", () => {
    const open = asked();
    expect(claimedUntil(secondment())).toBe("2026-08-25");
    expect(claimedUntil(open)).toBe("2027-02-25");
    expect(claimedUntil(after(withdrawExtension(ground(open, "officer", inWindow), {})))).toBe("2026-08-25");
    expect(claimedUntil(after(decideExtension(ground(heard(open), "approver", inWindow), no)))).toBe(
      "2026-08-25",
    );
  });

  test("HR takes back what HR entered from paper", () => {
    expect(answerOf(withdrawExtension(ground(asked("hr"), "hr-2", inWindow), {}))).toBe("accepted");
  });
});

describe("host, sending unit, bureau: one after the other", () => {
  test.each(turns)("$state: $by tries $act: $answer", ({ state, by, act, answer: expected }) => {
    const record = { ...asked(), extension: { ...(asked().extension as Extension), state } };
    expect(answerOf(rules[act](ground(record, by, inWindow)))).toBe(expected);
  });

  test("nobody speaks twice", () => {
    const paper = asked("hr");
    const sameAsAsker = {
      ...ground(paper, "station", inWindow),
      actor: { ...ground(paper, "station", inWindow).actor, id: "hr" },
    };
    expect(answerOf(hearHost(sameAsAsker, yes))).toBe("same-person-decides");
    for (const id of ["officer", "station", "sending"]) {
      const at = ground(heard(), "approver", inWindow);
      expect(answerOf(decideExtension({ ...at, actor: { ...at.actor, id } }, yes))).toBe(
        "same-person-decides",
      );
    }
  });

  test("nobody decides in their own case", () => {
    const at = ground(heard(), "approver", inWindow);
    const own = { ...at, actor: { ...at.actor, serviceNumber: "100001" } };
    expect(answerOf(decideExtension(own, yes))).toBe("own-case");
  });

  test("an opinion on what is no longer asked for is refused", () => {
    const at = ground(asked(), "station", inWindow);
    expect(answerOf(hearHost(at, { ...yes, seen: 2 }))).toBe("changed-meanwhile");
    expect(answerOf(hearHost(at, { ...yes, seen: 1 }))).toBe("accepted");
  });

  test("nor is one on a request that was taken back and made anew, for the same months", () => {
    const back = after(withdrawExtension(ground(asked(), "officer", inWindow), { seen: 1 }));
    const again = after(requestExtension(ground(back, "officer", inWindow), { ...six, seen: 2 }));
    expect(again.extension).toMatchObject({ state: "requested", revision: 3, to: asked().extension?.to });
    expect(answerOf(hearHost(ground(again, "station", inWindow), { ...yes, seen: 1 }))).toBe(
      "changed-meanwhile",
    );
    expect(answerOf(hearHost(ground(again, "station", inWindow), { ...yes, seen: 3 }))).toBe("accepted");
  });

  test("a request is made, and taken back, on sight of what was done to it last", () => {
    const back = after(withdrawExtension(ground(asked(), "officer", inWindow), {}));
    const unaware = requestExtension(ground(back, "hr", inWindow), { ...six, seen: 0 });
    expect(answerOf(unaware)).toBe("changed-meanwhile");
    const afterHost = withdrawExtension(ground(heard(), "officer", "2026-08-06"), { seen: 1 });
    expect(afterHost).toMatchObject({
      refusals: [{ code: "changed-meanwhile", params: { by: "sending", on: "2026-08-05" } }],
    });
    expect(answerOf(withdrawExtension(ground(heard(), "officer", "2026-08-06"), { seen: 3 }))).toBe(
      "accepted",
    );
  });

  test("a request of before revisions were counted is answered as revision 0", () => {
    const { revision: _, ...extension } = asked().extension as Extension;
    const at = ground({ ...asked(), extension }, "station", inWindow);
    expect(answerOf(hearHost(at, { ...yes, seen: 1 }))).toBe("changed-meanwhile");
    expect(after(hearHost(at, { ...yes, seen: 0 })).extension).toMatchObject({ revision: 1 });
  });

  test("whose turn it is follows from the rules", () => {
    const turnOf = (record: Secondment, by: string) => extensionTurnOf(ground(record, by, inWindow));
    expect(turnOf(asked(), "branch")).toBe("host");
    expect(turnOf(asked(), "approver")).toBeUndefined();
    expect(turnOf(heard(), "approver")).toBe("decide");
    expect(turnOf(secondment(), "station")).toBeUndefined();
  });
});

describe("granting begins the further term", () => {
  const granted = (record: Secondment, today = inWindow, scheme: Scheme = literal) =>
    must(decideExtension(ground(record, "approver", today, scheme), yes));

  test("a record of its own at the same post, served from its first day", () => {
    const { after: old, further } = granted(heard());
    expect(old.extension).toMatchObject({ state: "granted", continuedBy: "c1-100001-x1" });
    expect([old.status, old.term]).toEqual(["serving", { from: "2025-08-26", to: "2026-08-25" }]);
    expect(further?.after).toMatchObject({
      id: "c1-100001-x1",
      term: { from: "2026-08-26", to: "2027-02-25" },
      status: "serving",
      reportedInOn: "2026-08-26",
      post: old.post,
      continues: { id: "c1-100001", carriedDays: 0 },
    });
    expect(further?.after.checkpoints[0]).toMatchObject({
      key: "report-in",
      state: "done",
      doneOn: "2026-08-26",
    });
    expect(further?.after.checkpoints.slice(1).every(({ state }) => state === "planned")).toBe(true);
    expect(claimedUntil(old)).toBe("2026-08-25");
  });

  test("also after the last day, when the old term waits for its ruling or has it", () => {
    const waiting = new Story(heard()).sweep("2026-09-10").record;
    expect(waiting.status).toBe("awaiting-ruling");
    for (const status of ["awaiting-ruling", "recognised", "not-recognised"] as const)
      expect(granted({ ...waiting, status }, "2026-09-10").further?.after.term.from).toBe("2026-08-26");
  });

  test("the term after it is the second, and so on", () => {
    const first = granted(heard()).further?.after;
    const term = { from: "2026-08-26", to: "2027-02-25" };
    const second = granted({ ...heard(), ...first, extension: heard().extension as Extension, term });
    expect(second.further?.after.id).toBe("c1-100001-x2");
    const tenth = granted({ ...heard(), id: "c1-100001-x9" });
    expect(tenth.further?.after.id).toBe("c1-100001-x10");
  });

  test("a scheme that does not count anew hands on what was counted in all terms before", () => {
    const goesOn: Scheme = { ...literal, extensionResetsCount: false };
    const absences = absencesOf([{ class: "sick", from: "2026-03-02", to: "2026-03-05 am" }]);
    const record = heard({ ...asked(), absences, continues: { id: "c0", carriedDays: 2 } });
    const next = granted(record, inWindow, goesOn).further?.after as Secondment;
    expect(next.continues?.carriedDays).toBe(5.5);
    expect(limitDaysOf(next, goesOn)).toBe(9.5);
    expect(granted(record).further?.after.continues?.carriedDays).toBe(0);
  });

  test("a term that ended early has none; its request can be refused", () => {
    const early = { ...heard(), endedOn: "2026-08-10" };
    expect(answerOf(decideExtension(ground(early, "approver", inWindow), yes))).toBe("not-open-to-extension");
    expect(answerOf(decideExtension(ground(early, "approver", inWindow), no))).toBe("accepted");
  });

  test("a term that was lengthened meanwhile is followed without a gap or an overlap", () => {
    const longer = { ...heard(), term: { from: "2025-08-26", to: "2026-09-04" } };
    expect(granted(longer).further?.after.term).toEqual({ from: "2026-09-05", to: "2027-03-04" });
  });
});

describe("to-dos follow the request", () => {
  const kinds = (record: Secondment) =>
    todosOf(record, { scheme: literal, calendar }).map(([what, whose]) => `${what} ${whose}`);

  test("host, then sending unit, then approver, then nobody", () => {
    const host = after(hearHost(ground(asked(), "branch", "2026-08-04"), yes));
    expect(kinds(asked())).toContain("host-opinion station");
    expect(kinds(host)).toContain("sending-opinion sending");
    expect(kinds(heard())).toContain("decide-extension approver");
    expect(kinds({ ...heard(), status: "recognised" })).toContain("decide-extension approver");
    expect(kinds(after(decideExtension(ground(heard(), "approver", inWindow), no)))).toEqual([]);
  });

  test("who may stay hands nothing over; who leaves does", () => {
    const waiting = (record: Secondment) => kinds(new Story(record).sweep("2026-08-26").record);
    expect(waiting(secondment())).toContain("hand-over officer");
    expect(waiting(heard())).not.toContain("hand-over officer");
    expect(waiting(after(decideExtension(ground(heard(), "approver", inWindow), yes)))).not.toContain(
      "hand-over officer",
    );
    expect(waiting(after(decideExtension(ground(heard(), "approver", inWindow), no)))).toContain(
      "hand-over officer",
    );
  });
});

describe("absences over the day on which a further term begins", () => {
  const last = "2026-08-25";
  const crossing: AbsenceCase[] = [
    { class: "sick", from: "2026-08-20", to: "2026-08-28 am" },
    { class: "personal", from: "2026-08-24 pm", to: "2026-08-26 am", state: "requested" },
    { class: "sick", from: "2026-08-03", to: last },
    { class: "sick", from: "2026-08-31", to: "2026-08-31", state: "void" },
  ];
  const granted = (proposal?: Absence["proposal"], cases = crossing) => {
    const [first, ...others] = absencesOf(cases);
    if (!first) throw new Error("no absence");
    const record = secondment({ absences: [{ ...first, ...(proposal && { proposal }) }, ...others] });
    const steps = [
      ["officer", (at: Ground) => requestExtension(at, six)],
      ["station", (at: Ground) => hearHost(at, yes)],
      ["sending", (at: Ground) => hearSending(at, yes)],
      ["approver", (at: Ground) => decideExtension(at, yes)],
    ] as const;
    let change: Change | undefined;
    for (const [by, rule] of steps) change = must(rule(ground(change?.after ?? record, by, inWindow)));
    const further = change?.further?.after;
    if (!change || !further) throw new Error("no further term");
    return { old: change.after, further };
  };

  test("stand in it with its own days, as they stood: those that count count, those that wait wait", () => {
    const { old, further } = granted();
    expect(
      further.absences.map(({ id, state, from, to, fromHalf, toHalf }) => ({
        id,
        state,
        from,
        to,
        fromHalf,
        toHalf,
      })),
    ).toEqual([
      {
        id: "a1",
        state: "approved",
        from: "2026-08-26",
        to: "2026-08-28",
        fromHalf: undefined,
        toHalf: "am",
      },
      {
        id: "a2",
        state: "requested",
        from: "2026-08-26",
        to: "2026-08-26",
        fromHalf: undefined,
        toHalf: "am",
      },
    ]);
    const days = (record: Secondment) => countOf(record, literal, calendar, inWindow).countedDays;
    // 17 working days from the third to the last one; two and a half after it.
    expect([days(old), days(further)]).toEqual([17, 2.5]);
  });

  const days = (record: Secondment) => countOf(record, literal, calendar, inWindow).countedDays;
  const proposed = (what: Pick<NonNullable<Absence["proposal"]>, "act" | "facts" | "day">) => ({
    ...{ ...what, by: signature(person("station")), on: "2026-08-02", reason: "实际日期不同" },
    evidence: { number: "江政〔2026〕9号", title: "请假更正", date: "2026-08-02" },
  });
  const approve = (record: Secondment, id = "a1") =>
    approveAbsence(ground(record, "approver", "2026-08-09"), id, { overLimit: true });

  test.each(proposals)("that are proposed otherwise: $name", ({ leave, act, facts, day, ...expected }) => {
    const wish = { act, ...(facts && { facts: factsOf({ class: "sick", ...facts }) }), ...(day && { day }) };
    const { old, further } = granted(proposed(wish), [{ class: "sick", ...leave }]);
    expect(days(further), "before it is decided").toBe(expected.before);
    const inBoth =
      further.absences.filter(isUndecided).map(({ id }) => after(approve(further, id)))[0] ?? further;
    expect([days(after(approve(old))), days(inBoth)]).toEqual([expected.old, expected.further]);
  });

  test("leave that would be lengthened over it waits there with its own days, asked for by who proposed it", () => {
    const wish = {
      act: "amend" as const,
      facts: factsOf({ class: "sick", from: "2026-08-20", to: "2026-08-28 am" }),
    };
    const { further } = granted(proposed(wish), [{ class: "sick", from: "2026-08-20", to: "2026-08-21" }]);
    expect(further.absences).toMatchObject([
      {
        ...{
          id: "a1",
          state: "requested",
          from: "2026-08-26",
          to: "2026-08-28",
          toHalf: "am",
          decisions: [],
        },
        ...{
          recordedBy: { id: "station" },
          recordedOn: "2026-08-02",
          evidence: { number: "江政〔2026〕9号" },
        },
      },
    ]);
    expect(further.absences[0]).not.toHaveProperty("effective");
  });

  test("are entered in each of the two from then on", () => {
    const { old, further } = granted();
    const enter = (record: Secondment, from: string, to: string) =>
      answerOf(recordAbsence(ground(record, "officer", inWindow), factsOf({ class: "sick", from, to })));
    expect(enter(old, "2026-08-24", last)).toBe("accepted");
    expect(enter(old, "2026-08-24", "2026-08-26")).toBe("crosses-terms");
    expect(enter(further, "2026-08-26", "2026-08-27")).toBe("accepted");
    expect(enter(further, last, "2026-08-27")).toBe("crosses-terms");
    expect(enter(secondment(), "2026-08-24", "2026-08-26")).toBe("accepted");
  });
});
