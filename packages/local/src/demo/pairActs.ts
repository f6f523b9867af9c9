import type { Actor } from "@dunmiao/domain/actor";
import { addDays, earlierOf, laterOf } from "@dunmiao/domain/calendarDate";
import { monthsOf } from "@dunmiao/domain/checkpoint";
import type { Pair } from "@dunmiao/domain/pair";
import { confirmActivity, recordActivity } from "@dunmiao/domain/pair/activities";
import { endPair } from "@dunmiao/domain/pair/endPair";
import type { PairChange, PairGround } from "@dunmiao/domain/pair/ground";
import { nameSubstitute } from "@dunmiao/domain/pair/nameSubstitute";
import { recordTest } from "@dunmiao/domain/pair/recordTest";
import { signAgreement } from "@dunmiao/domain/pair/signAgreement";
import type { Outcome } from "@dunmiao/domain/refusal";
import { demoActor } from "../desk/personas.ts";
import type { PairPlot } from "./pairPlot.ts";
import type { Random } from "./random.ts";

/** Something that somebody does about a pair on one day. */
export type PairAct = { on: string; by: Actor; rule: (ground: PairGround) => Outcome<PairChange> };

const kinds = [
  "session",
  "session",
  "session",
  "case-review",
  "exercise",
  "competition",
  "symposium",
] as const;
const lessons = [
  "学习询问笔录制作要点",
  "跟随办理一起治安案件",
  "熟悉现场勘查流程",
  "练习执法记录仪规范使用",
] as const;
const mentorLessons = ["了解新警对信息系统的用法", "梳理了本组办案常见问题"] as const;
const contract = {
  duties: "师傅每周指导，徒弟按月小结。",
  content: "接处警、询问、勘查和法律文书。",
  aim: "期满能独立承办一般案件。",
  standard: "出师考核合格以上。",
};
const silentMonths = 2;
/** Days after which an agreement is signed at the latest. */
const signedWithin = 8;

/** Everything that people do about a pair up to a day, in the order of the days. */
export function pairActs(
  pair: Pair,
  plot: PairPlot,
  { today, random }: { today: string; random: Random },
): PairAct[] {
  if (plot.fate === "proposed") return [];
  return [
    ...agreed(pair, plot, { today, random }),
    ...entries(pair, plot, { today, random }),
    ...endings(pair, plot, { today, random }),
  ]
    .filter(({ on }) => on <= today)
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

type At = { today: string; random: Random };

function agreed(pair: Pair, { gap }: PairPlot, { random }: At): PairAct[] {
  if (gap === "agreement") return [];
  const on = addDays(pair.term.from, random.whole(0, signedWithin));
  const plan = Object.fromEntries(
    monthsOf(pair.term).map((month, at) => [month, `第 ${at + 1} 个月：跟班学习与小结`]),
  );
  const said = { signedOn: on, ...contract, ...(gap !== "plan" && { plan }) };
  return [{ on, by: demoActor("hr"), rule: (ground) => signAgreement(ground, said) }];
}

/** One or two entries a month; most of what one of the two entered the other one confirms days later. */
function entries(pair: Pair, { gap, fate }: PairPlot, { today, random }: At): PairAct[] {
  const last = earlierOf(fate === "dissolved" ? addDays(today, -10) : today, pair.term.to);
  if (last < pair.term.from) return [];
  const months = monthsOf({ from: pair.term.from, to: last });
  const told = gap === "silent" ? months.slice(0, -silentMonths - 1) : months;
  const isNow = (month: string) => month === today.slice(0, 7);
  let count = 0;
  return told.flatMap((month): PairAct[] => {
    if (isNow(month) && random.chance(0.4)) return [];
    const day = `${month}-${String(random.whole(3, 20)).padStart(2, "0")}`;
    const on = earlierOf(laterOf(day, pair.term.from), earlierOf(last, lastOf(month)));
    const many = random.chance(0.2) ? 2 : 1;
    return Array.from({ length: many }).flatMap(() => {
      count += 1;
      return entry(pair, { id: `v${count}`, on, last, random });
    });
  });
}

function entry(
  pair: Pair,
  { id, on, last, random }: { id: string; on: string; last: string; random: Random },
): PairAct[] {
  const [mentor, apprentice] = [memberActor(pair, "mentor"), memberActor(pair, "apprentice")];
  const [by, other] = random.chance(0.5) ? [mentor, apprentice] : [apprentice, mentor];
  const isUnit = random.chance(0.15);
  const input = {
    on,
    kind: random.pick(kinds),
    minutes: random.whole(2, 12) * 15,
    learned: random.pick(lessons),
    ...(random.chance(0.4) && { mentorLearned: random.pick(mentorLessons) }),
  };
  const record: PairAct = {
    on,
    by: isUnit ? demoActor("hr") : by,
    rule: (ground) => recordActivity(ground, input),
  };
  const confirmOn = addDays(on, random.whole(1, 6));
  if (isUnit || random.chance(0.1) || confirmOn > last) return [record];
  return [record, { on: confirmOn, by: other, rule: (ground) => confirmActivity(ground, id) }];
}

function endings(pair: Pair, { fate }: PairPlot, { today, random }: At): PairAct[] {
  const hr = demoActor("hr");
  const test = (grade: string, days: number): PairAct => {
    const on = addDays(pair.term.to, -days);
    return { on, by: hr, rule: (ground) => recordTest(ground, { grade, on }) };
  };
  if (fate === "completed") return [test(random.pick(["excellent", "good", "good", "pass"]), 4)];
  if (fate === "failed") return [test("fail", 20), test("fail", 0)];
  if (fate === "dissolved") {
    const on = addDays(today, -10);
    const end = { outcome: "dissolved" as const, on, reason: "岗位调整" };
    return [{ on, by: hr, rule: (ground) => endPair(ground, end) }];
  }
  if (fate !== "orphan") return [];
  const on = addDays(today, -random.whole(1, 9));
  const gone = { why: "leave" as const, from: on };
  return [
    { on, by: hr, rule: (ground) => nameSubstitute(ground, gone, { officer: undefined, units: new Map() }) },
  ];
}

function memberActor(pair: Pair, side: "mentor" | "apprentice"): Actor {
  const { serviceNumber, name } = pair[side].officer;
  return {
    id: `demo-${side}-${serviceNumber}`,
    role: side === "mentor" ? "mentor" : "officer",
    serviceNumber,
    name,
  };
}

function lastOf(month: string): string {
  return addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1);
}
