import type { Actor } from "@dunmiao/domain/actor";
import { addDays, addMonths, earlierOf } from "@dunmiao/domain/calendarDate";
import { monthsOf, planOf } from "@dunmiao/domain/checkpoint";
import { lastDayOfPair, type Pair } from "@dunmiao/domain/pair";
import { confirmActivity, recordActivity } from "@dunmiao/domain/pair/activities";
import { approvePair } from "@dunmiao/domain/pair/approvePair";
import { endPair } from "@dunmiao/domain/pair/endPair";
import type { PairChange, PairGround } from "@dunmiao/domain/pair/ground";
import { pause, returnMentor } from "@dunmiao/domain/pair/memberDays";
import { isMentorless, mentorlessRanges } from "@dunmiao/domain/pair/mentorless";
import { decideObjection, objectToPair } from "@dunmiao/domain/pair/objections";
import { recordTest } from "@dunmiao/domain/pair/recordTest";
import { reviewMidTerm } from "@dunmiao/domain/pair/reviewMidTerm";
import { signAgreement } from "@dunmiao/domain/pair/signAgreement";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import type { Outcome } from "@dunmiao/domain/refusal";
import type { Random } from "@dunmiao/local/demo/random";
import { demoActor } from "@dunmiao/local/desk/personas";

/** What somebody does about a pair on a day: a rule on it, or what also needs people on file. */
export type PairDeed =
  | { what: string; by: Actor; rule: (ground: PairGround) => Outcome<PairChange> }
  | { what: "mentor on leave" | "substitute" | "hand-over" | "mentor moves"; from: string; to?: string };
type Day = { today: string; scheme: PairScheme; random: Random };

const hr = demoActor("hr");
const approver = demoActor("approver");
const second = demoActor("approver", {}, "2");
const contract = { duties: "每周指导", content: "接处警", aim: "独立办案", standard: "考核合格" };

/** What people do about one pair on one day: little on most days, each with its own likelihood. */
export function deedsOf(pair: Pair, day: Day): PairDeed[] {
  const { status } = pair;
  if (status === "proposed")
    return day.random.chance(0.2) ? [{ what: "approval", by: approver, rule: approvePair }] : [];
  return status === "active" ? [...ofMembers(pair, day), ...ofUnit(pair, day)] : afterwards(pair, day);
}

/** The two enter what they did, and confirm it; a look at the middle. */
function ofMembers(pair: Pair, { today, scheme, random }: Day): PairDeed[] {
  const deeds: PairDeed[] = [];
  if (random.chance(0.05)) {
    const input = {
      on: today,
      kind: random.pick(scheme.activityKinds).key,
      learned: "笔录",
      mentorLearned: "系统",
    };
    const by = random.chance(0.1) ? hr : memberOf(pair, random.pick(["mentor", "apprentice"]));
    deeds.push({ what: "activity", by, rule: (at) => recordActivity(at, input) });
  }
  const waiting = pair.activities.find(({ side, confirmed }) => side !== "unit" && !confirmed);
  if (waiting && random.chance(0.2)) {
    const by = memberOf(pair, waiting.side === "mentor" ? "apprentice" : "mentor");
    deeds.push({ what: "confirmation", by, rule: (at) => confirmActivity(at, waiting.id) });
  }
  const isMiddle = ({ key, state }: Pair["checkpoints"][number]) =>
    planOf(scheme, key).kind === "mid-term" && (state === "open" || state === "late");
  if (pair.checkpoints.some(isMiddle) && random.chance(0.1))
    deeds.push({ what: "mid-term", by: hr, rule: (at) => reviewMidTerm(at, { words: "符合计划" }) });
  return deeds;
}

/** The unit and the bureau: the contract, who leads, pauses, the final test, an end before its day. */
function ofUnit(pair: Pair, { today, random }: Day): PairDeed[] {
  const deeds: PairDeed[] = [];
  const until = addDays(today, random.whole(10, 60));
  const ranges = mentorlessRanges(pair);
  const isOrphan = isMentorless(ranges, today);
  if (!pair.agreement && random.chance(0.08)) {
    const plan = Object.fromEntries(monthsOf(pair.term).map((month) => [month, "带教"]));
    const input = { ...contract, signedOn: today, plan };
    deeds.push({ what: "agreement", by: hr, rule: (at) => signAgreement(at, input) });
  }
  if (random.chance(0.0012)) deeds.push({ what: "mentor moves", from: today });
  if (random.chance(0.002)) deeds.push({ what: "mentor on leave", from: today, to: until });
  if (isOrphan && random.chance(0.12)) deeds.push({ what: "substitute", from: today, to: until });
  if (isOrphan && random.chance(0.04)) deeds.push({ what: "hand-over", from: addDays(today, 1) });
  if (isOrphan && random.chance(0.02))
    deeds.push({ what: "mentor back", by: hr, rule: (at) => returnMentor(at, { on: today }) });
  if (random.chance(0.0015))
    deeds.push({ what: "pause", by: hr, rule: (at) => pause(at, { from: today, to: until, why: "hr" }) });
  const isLate = today > addMonths(lastDayOfPair(pair), -1);
  const isPassed = pair.tests.some((each) => each.isPassed);
  if (isLate && !isPassed && random.chance(0.06)) {
    const grade = random.pick(["excellent", "good", "pass", "fail", "fail"]);
    const on = earlierOf(today, lastDayOfPair(pair));
    deeds.push({ what: "final test", by: hr, rule: (at) => recordTest(at, { grade, on }) });
  }
  if (isPassed && random.chance(0.02))
    deeds.push({
      what: "completion",
      by: hr,
      rule: (at) => endPair(at, { outcome: "completed", on: today }),
    });
  if (random.chance(0.0003)) {
    const end = { outcome: "dissolved" as const, on: today, reason: "岗位调整" };
    deeds.push({ what: "dissolution", by: hr, rule: (at) => endPair(at, end) });
  }
  return deeds;
}

/** Whoever failed may object, and somebody who had no part in it decides. */
function afterwards(pair: Pair, { random }: Day): PairDeed[] {
  const open = pair.objections?.find(({ decided }) => !decided);
  if (open && random.chance(0.1)) {
    const outcome = random.chance(0.3) ? ("upheld" as const) : ("dismissed" as const);
    const decision = { outcome, reason: "经复核", ...(outcome === "upheld" && { grade: "pass" }) };
    return [
      {
        what: "decision on an objection",
        by: second,
        rule: (at) => decideObjection(at, open.side, decision),
      },
    ];
  }
  if (pair.status !== "failed" || !random.chance(0.03)) return [];
  const by = memberOf(pair, "apprentice");
  return [{ what: "objection", by, rule: (at) => objectToPair(at, { words: "请求复核" }) }];
}

function memberOf(pair: Pair, side: "mentor" | "apprentice"): Actor {
  const { serviceNumber } = pair[side].officer;
  const role = side === "mentor" ? "mentor" : "officer";
  return { id: `${side}-${serviceNumber}`, role, serviceNumber };
}
