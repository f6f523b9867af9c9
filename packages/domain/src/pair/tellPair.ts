import type { Change } from "../change.ts";
import { planOf } from "../checkpoint.ts";
import type { CheckpointStep } from "../checkpointSteps.ts";
import type { EventOfKind } from "../eventType.ts";
import { bureau } from "../notification.ts";
import { leadingMember, type Pair, type PairMember } from "../pair.ts";
import { type Inboxes, type PairMessage, unitInboxes } from "../pairMessage.ts";
import type { PairRules } from "./ground.ts";
import { isMentorless, mentorlessRanges } from "./mentorless.ts";
import type { NoticeStep } from "./pairNotices.ts";

type Step = CheckpointStep | NoticeStep | { step: "complete" };

/** Whom something concerns: who leads on the day, who learns, the unit that leads, and the bureau's offices. */
type Side = "mentor" | "apprentice" | "unit" | "hr" | "approver";
type Told = Pick<PairMessage, "code" | "checkpoint" | "name" | "dueOn"> & { to: readonly Side[] };

/** What a step that the workflow took tells, and whom; undefined where it concerns nobody, or no longer. */
export function stepMessage(
  pair: Pair,
  step: Step,
  { rules, on }: { rules: PairRules; on: string },
): PairMessage | undefined {
  const told = toldBy(pair, step, { rules, on });
  return told && messageOf(pair, told, on);
}

/** What a person's act tells: who is asked to complete a file, that somebody objects, and what was decided of it. */
export function actMessages({ after, event }: Change<Pair, EventOfKind>, on: string): PairMessage[] {
  switch (event.type) {
    case "pair.file-assigned":
      return [
        messageOf(
          after,
          { code: "pair-file-assigned", dueOn: event.change.dueOn, to: [event.change.side] },
          on,
        ),
      ];
    case "pair.objected":
      return [messageOf(after, { code: "pair-objected", to: ["unit", "hr", "approver"] }, on)];
    case "pair.objection-decided":
      return [messageOf(after, { code: "pair-objection-decided", to: ["mentor", "apprentice"] }, on)];
    default:
      return [];
  }
}

function toldBy(pair: Pair, step: Step, { rules, on }: { rules: PairRules; on: string }): Told | undefined {
  if (step.step === "open-checkpoint" || step.step === "complete") return undefined;
  if (step.step === "give-notice") return ofNotice(pair, step, on);
  const { kind, name } = planOf(rules.scheme, step.key);
  const dueOn = pair.checkpoints.find(({ key }) => key === step.key)?.dueOn;
  const facts = { checkpoint: step.key, name, ...(dueOn && { dueOn }) };
  const waitsFor: readonly Side[] = kind === "month" ? ["mentor", "apprentice"] : ["mentor", "unit"];
  switch (step.step) {
    case "remind":
      return { code: "reminded", ...facts, to: waitsFor };
    case "mark-late":
      return { code: "late", ...facts, to: waitsFor };
    case "escalate":
      return { code: "escalated", ...facts, to: [step.level === "branch" ? "unit" : "hr"] };
    case "mark-missed":
      return { code: "missed", ...facts, to: ["unit", "hr"] };
  }
}

/** What is told on its day, or a few days later while it is still so. */
function ofNotice(pair: Pair, { about, of }: NoticeStep, on: string): Told | undefined {
  switch (about) {
    case "orphan":
      return isMentorless(mentorlessRanges(pair), on)
        ? { code: "pair-orphan", dueOn: of, to: ["apprentice", "unit", "hr"] }
        : undefined;
    case "substitute-ends":
      return on <= of
        ? { code: "pair-substitute-ends", dueOn: of, to: ["mentor", "apprentice", "unit"] }
        : undefined;
    case "file-lacks":
      return { code: "pair-file-lacks", dueOn: of, to: ["mentor", "unit", "hr"] };
    case "ends-soon":
      return on <= of
        ? { code: "pair-ends-soon", dueOn: of, to: ["mentor", "apprentice", "unit"] }
        : undefined;
  }
}

function messageOf(pair: Pair, { to, ...told }: Told, on: string): PairMessage {
  const person = ({ officer: { serviceNumber, name } }: Pick<PairMember, "officer">) => ({
    serviceNumber,
    name,
  });
  const { mentor, apprentice } = pair;
  const { unit } = leadingMember(pair);
  return {
    ...told,
    pairId: pair.id,
    about: { mentor: person(mentor), apprentice: person(apprentice), unit: unit.name },
    on,
    to: to.flatMap((side) => inboxesOf(pair, side, on)),
  };
}

/** Inboxes hang on a role: a mentor reads as one, or as an officer; a unit is a station, a branch or an office. */
function inboxesOf(pair: Pair, side: Side, on: string): Inboxes {
  if (side === "hr" || side === "approver") return [{ role: side, unit: bureau }];
  if (side === "apprentice") return [{ role: "officer", unit: pair.apprentice.officer.serviceNumber }];
  if (side === "mentor")
    return leadersOn(pair, on).flatMap((unit) => [
      { role: "mentor", unit },
      { role: "officer", unit },
    ]);
  return unitInboxes(leadingMember(pair));
}

/** Who leads on a day: the mentor, or who stands in. */
function leadersOn({ mentor, mentorAway }: Pair, on: string): string[] {
  const away = mentorAway.find(({ from, to }) => from <= on && on <= (to ?? on));
  if (!away) return [mentor.officer.serviceNumber];
  const { substitute } = away;
  const stands = substitute && substitute.from <= on && on <= (substitute.to ?? on);
  return stands ? [substitute.officer.serviceNumber] : [];
}
