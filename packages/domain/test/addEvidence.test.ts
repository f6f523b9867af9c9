import { describe, expect, test } from "vitest";
import { addEvidence } from "../src/absence/addEvidence.ts";
import { counted, evidence, Story, sick, unexplained } from "./support/acts.ts";
import { absence, after, answerOf, ground, secondment } from "./support/world.ts";

const day = "2026-03-02";
const leave = { ...sick("2026-03-09", "2026-03-10") };
const later = { ...evidence, date: "2027-03-03" };

/** Somebody's absence, as it stands after what happened to it. */
function standing(how: string): Story {
  const story = new Story(secondment());
  const isFinding = how.includes("finding");
  const facts = isFinding ? unexplained("2026-02-26") : leave;
  const withPaper = how.includes("with evidence") ? { ...facts, evidence } : facts;
  const id = story.do(isFinding ? "station" : "officer", day, { act: "record", facts: withPaper });
  if (how.includes("approved")) story.do("station", day, { act: "approve", id });
  if (how.includes("rejected")) story.do("station", day, { act: "reject", id });
  if (how.includes("proposed"))
    story.do("officer", day, { act: "amend", id, facts: sick("2026-03-09", "2026-03-13") });
  return story;
}

const cases = [
  ["a request that waits, by its officer", "request", "officer", evidence, "accepted"],
  ["approved leave, by its officer", "approved", "officer", evidence, "accepted"],
  ["approved leave, by the station that approved it", "approved", "station", evidence, "accepted"],
  ["approved leave, by HR", "approved", "hr", evidence, "accepted"],
  ["a finding, by HR", "finding", "hr", evidence, "accepted"],
  ["a finding, by whom it is about", "finding", "officer", evidence, "own-case"],
  ["what was rejected", "rejected", "officer", evidence, "no-longer-stands"],
  ["what has evidence", "approved with evidence", "officer", evidence, "evidence-on-file"],
  ["a document dated a year ahead", "approved", "officer", { ...evidence, date: "2027-03-02" }, "accepted"],
  ["a document dated later", "approved", "officer", later, "document-date-out-of-bounds"],
] as const;

describe("a document is added that came later", () => {
  test.each(cases)("%s", (_, how, by, given, answer) => {
    const story = standing(how);
    expect(answerOf(addEvidence(ground(story.record, by, day), "a1", { evidence: given }))).toBe(answer);
  });

  test("days and state stay as they are; history and trail keep the document", () => {
    const story = standing("approved");
    const before = absence(story.record, "a1");
    const was = counted(story);
    const outcome = addEvidence(ground(story.record, "officer", day), "a1", {
      evidence,
      seen: before.revision,
    });
    expect(outcome.ok && outcome.value.event).toEqual({
      type: "absence.evidence-added",
      change: { absenceId: "a1", state: "approved", evidence },
    });
    story.record = after(outcome);
    const now = absence(story.record, "a1");
    expect(now).toEqual({ ...before, evidence, revision: before.revision + 1, decisions: now.decisions });
    expect(now.decisions.at(-1)).toMatchObject({ act: "add-evidence", by: { id: "officer" }, evidence });
    expect(counted(story)).toBe(was);
    const again = addEvidence(ground(story.record, "station", day), "a1", {
      evidence,
      seen: before.revision,
    });
    expect(answerOf(again)).toBe("changed-meanwhile");
  });
});
