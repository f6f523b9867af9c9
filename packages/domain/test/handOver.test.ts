import { describe, expect, test } from "vitest";
import type { Actor } from "../src/actor.ts";
import { hashOf } from "../src/event.ts";
import { handOverSchema, shownHandOver } from "../src/handOver.ts";
import { type Secondment, secondmentStatuses } from "../src/secondment.ts";
import { type HandOverWords, receiveHandOver, writeHandOver } from "../src/term/writeHandOver.ts";
import { todosOf } from "../src/year/todosOf.ts";
import { Story } from "./support/acts.ts";
import { furtherTerm } from "./support/rulings.ts";
import { after, answerOf, calendar, ground, literal, must, secondment } from "./support/world.ts";

const today = "2026-08-27";
const words: HandOverWords = { ongoing: "两起盗窃案待移送", people: "社区居委会主任每周一例会" };
const successor = { id: "c2-200001", officer: { ...secondment().officer, serviceNumber: "200001" } };
const next: Actor = { id: "officer-2", role: "officer", serviceNumber: "200001" };
const written = (record = secondment()) => after(writeHandOver(ground(record, "officer", today), { words }));
const received = (record: Secondment, actor: Actor, seen?: number) =>
  receiveHandOver({ ...ground(record, "officer", today), actor }, { successor, seen });

describe("writing the hand-over", () => {
  test.each([
    ["officer", "accepted"],
    ["station", "accepted"],
    ["branch", "not-for-this-role"],
    ["sending", "not-for-this-role"],
    ["hr", "not-for-this-role"],
    ["approver", "not-for-this-role"],
    ["inspector", "not-for-this-role"],
    ["auditor", "not-for-this-role"],
  ])("by %s: %s", (by, expected) => {
    expect(answerOf(writeHandOver(ground(secondment(), by, today), { words }))).toBe(expected);
  });

  test.each(secondmentStatuses.map((status) => [status]))("of a term that is %s", (status) => {
    const isClosed = status === "planned" || status === "withdrawn";
    const outcome = writeHandOver(ground(secondment({ status }), "officer", today), { words });
    expect(answerOf(outcome)).toBe(isClosed ? "not-open-to-hand-over" : "accepted");
  });

  test("the words stand beside the record, which carries their hash", () => {
    const change = must(
      writeHandOver(ground(secondment(), "officer", today), { words: { ...words, advice: "  " } }),
    );
    expect(change.texts).toEqual([{ name: "HANDOVER", id: "1", text: words }]);
    expect(change.after.handOver).toMatchObject({ revision: 1, text: { revision: 1, hash: hashOf(words) } });
    expect(JSON.stringify(change.event)).not.toContain("盗窃");
  });

  test("an empty one is refused", () => {
    const blank = { words: { ongoing: " ", people: "" } };
    expect(answerOf(writeHandOver(ground(secondment(), "officer", today), blank))).toBe("hand-over-empty");
  });

  test("over a newer revision it is refused, over the one seen it is the next revision", () => {
    const at = ground(written(), "station", today);
    expect(answerOf(writeHandOver(at, { words, seen: 0 }))).toBe("changed-meanwhile");
    expect(must(writeHandOver(at, { words, seen: 1 })).after.handOver?.revision).toBe(2);
  });

  const handOverTodos = (record: Secondment) =>
    todosOf(record, { scheme: literal, calendar }).filter(([what]) => what === "hand-over");

  test("is a to-do of the officer from the day after the last one, and done with it", () => {
    const over = new Story(secondment()).sweep("2026-08-26").record;
    expect(handOverTodos(over)).toEqual([["hand-over", "officer", "2026-08-26", "2026-09-02", ""]]);
    expect(handOverTodos(written(over))).toEqual([]);
  });

  test.each<[string, Partial<Secondment>, number]>([
    ["of a year that runs", {}, 0],
    ["of a year under review", { status: "under-review" }, 0],
    ["of a year that waits for its ruling", { status: "awaiting-ruling" }, 1],
    ["of a year that is recognised", { status: "recognised" }, 1],
    ["of a year that is not", { status: "not-recognised", endedOn: "2026-03-02" }, 1],
    ["of a term that ended early", { status: "ended-early", endedOn: "2026-03-02" }, 1],
    ["of one that was withdrawn", { status: "withdrawn" }, 0],
    ["of one who never came", { status: "not-recognised", reportedInOn: undefined }, 0],
    ["of one who asked to stay", { status: "recognised", extension: furtherTerm }, 0],
    ["of one who stays", { status: "recognised", extension: { ...furtherTerm, state: "granted" } }, 0],
    [
      "of one who may not stay",
      { status: "not-recognised", extension: { ...furtherTerm, state: "refused" } },
      1,
    ],
  ])("as a to-do %s: %j, %i", (_name, facts, count) => {
    expect(handOverTodos(secondment(facts))).toHaveLength(count);
  });
});

describe("confirming receipt", () => {
  test("is the successor's, once", () => {
    const outcome = received(written(), next, 1);
    expect(must(outcome).after.handOver?.received).toEqual({
      by: { id: next.id, role: "officer" },
      on: today,
    });
    expect(JSON.stringify(must(outcome))).not.toContain(successor.id);
    expect(answerOf(received(after(outcome), next))).toBe("already-received");
  });

  test("is nobody else's", () => {
    const { actor: predecessor } = ground(secondment(), "officer", today);
    const { actor: station } = ground(secondment(), "station", today);
    expect(answerOf(received(written(), predecessor))).toBe("not-the-successor");
    expect(answerOf(received(written(), station))).toBe("not-the-successor");
    const at = { ...ground(written(), "officer", today), actor: next };
    expect(answerOf(receiveHandOver(at, { successor: undefined }))).toBe("not-the-successor");
  });

  test("needs a hand-over, and the one that was read", () => {
    expect(answerOf(received(secondment(), next))).toBe("no-hand-over");
    expect(answerOf(received(written(written()), next, 1))).toBe("changed-meanwhile");
  });

  test("rows of before named the successor's term: they still parse, and do not show it", () => {
    const { by, on } = must(received(written(), next)).after.handOver?.received ?? {};
    const old = { ...written().handOver, received: { by, on, secondmentId: successor.id } };
    const parsed = handOverSchema.parse(old);
    expect(parsed.received?.secondmentId).toBe(successor.id);
    expect(shownHandOver(parsed)?.received).toEqual({ by, on });
    expect(shownHandOver(undefined)).toBeUndefined();
  });

  test("a hand-over that is written anew is received anew", () => {
    expect(written(after(received(written(), next))).handOver?.received).toBeUndefined();
  });
});
