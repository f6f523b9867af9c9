import { amendAbsence, voidAbsence } from "@dunmiao/domain/absence/amendAbsence";
import { approveAbsence } from "@dunmiao/domain/absence/approveAbsence";
import { confirmFinding, contestFinding } from "@dunmiao/domain/absence/finding";
import { recordAbsence } from "@dunmiao/domain/absence/recordAbsence";
import { rejectAbsence } from "@dunmiao/domain/absence/rejectAbsence";
import { earlierOf, laterOf } from "@dunmiao/domain/calendarDate";
import { addWorkingDays } from "@dunmiao/domain/workCalendar";
import { type Act, absenceFrom, deciderOf, personaOf } from "./acts.ts";
import { type Range, workingDates, workingDaysBefore, type Year } from "./placing.ts";
import type { Ending, Leave } from "./plot.ts";
import type { Random } from "./random.ts";

/** A leave or a finding in its year, with what is written on it. */
type Case = { leave: Leave; range: Range; year: Year; random: Random };

const sudden: readonly string[] = ["sick", "bereavement", "injury-on-duty"];
const causes: Readonly<Record<string, string>> = {
  recall: "派出单位临时抽调，协助专项工作",
  unexplained: "点名未到岗，未履行请假手续",
  "ordered-training": "参加业务培训",
  "ordered-duty": "大型活动安保",
  "organisation-arranged": "组织统一安排的学习活动",
};
const statement = { number: "演示〔2026〕第12号", title: "情况说明" };

/** Everything that people do about one leave, in date order, none of it after today. */
export function lifecycle(of: Case): Act[] {
  const isFinding = of.leave.class === "recall" || of.leave.class === "unexplained";
  const [first, second] = isFinding ? findingDays(of) : requestDays(of);
  const recorded = record(of, first, isFinding);
  return [recorded, ...(isFinding ? findingActs(of, second) : requestActs(of, second))];
}

/** When a leave is asked for and when it is decided: some days ahead, or on the day itself where it comes suddenly. */
function requestDays({ leave, range, year, random }: Case): [string, string] {
  const { calendar, today } = year;
  const lead = sudden.includes(leave.class) ? 0 : random.whole(2, 7);
  const wanted = workingDaysBefore(calendar, range.from, lead);
  const latest = workingDaysBefore(calendar, today, leave.ending === "pending" ? random.whole(0, 2) : 2);
  const asked = earlierOf(laterOf(wanted, addWorkingDays(calendar, year.from, 3)), latest);
  return [asked, earlierOf(addWorkingDays(calendar, asked, 1), today)];
}

function findingDays({ range, year, random }: Case): [string, string] {
  const { calendar, today } = year;
  const recorded = earlierOf(addWorkingDays(calendar, range.to, 1), today);
  return [recorded, earlierOf(addWorkingDays(calendar, recorded, random.whole(1, 3)), today)];
}

function record({ leave, range, random }: Case, on: string, isFinding: boolean): Act {
  const isOrdered = ["ordered-training", "ordered-duty", "organisation-arranged"].includes(leave.class);
  const cause = causes[leave.class];
  const facts = {
    class: leave.class,
    ...range,
    ...(cause !== undefined && { cause }),
    ...(isOrdered && { orderedBy: random.chance(0.5) ? ("host" as const) : ("bureau" as const) }),
    ...(leave.class === "recall" && { orderedBy: "sending" as const }),
  };
  const recorder = isFinding ? (leave.class === "recall" ? "hr" : "inspector") : "officer";
  const by = personaOf(!isFinding && random.chance(0.2) ? "station" : recorder);
  return { on, by, rule: (ground) => recordAbsence(ground, facts) };
}

function requestActs({ leave, range, year }: Case, on: string): Act[] {
  if (leave.ending === "pending") return [];
  const decide = (rule: (id: string) => Act["rule"]): Act =>
    onAbsence(range, { on, by: deciderOf(range.from) }, rule);
  if (leave.ending === "rejected")
    return [
      decide(
        (id) => (g) => rejectAbsence(g, id, { reason: "当日警力不足，请另行安排", pastDays: "present" }),
      ),
    ];
  const approved = decide((id) => (g) => approveAbsence(g, id, { overLimit: true }));
  return [approved, ...laterActs({ ending: leave.ending, range, year })];
}

function findingActs({ leave, range, year }: Case, on: string): Act[] {
  if (leave.ending === "pending") return [];
  const confirmed = onAbsence(
    range,
    { on, by: personaOf("branch") },
    (id) => (g) => confirmFinding(g, id, { overLimit: true }),
  );
  if (leave.ending !== "contested") return [confirmed, ...laterActs({ ending: leave.ending, range, year })];
  const reason = "当日按所里安排外出走访，有工作记录，请予核实";
  return [
    onAbsence(range, { on, by: personaOf("officer") }, (id) => (g) => contestFinding(g, id, { reason })),
  ];
}

/** What happens to days that count already: taken back, or corrected with evidence and a second person. */
function laterActs({ ending, range, year }: { ending: Ending; range: Range; year: Year }): Act[] {
  const after = laterOf(
    workingDaysBefore(year.calendar, year.today, 4),
    addWorkingDays(year.calendar, range.to, 2),
  );
  const on = earlierOf(after, year.today);
  const evidence = { ...statement, date: on };
  const propose = (rule: (id: string) => Act["rule"]) => onAbsence(range, { on, by: personaOf("hr") }, rule);
  const second = {
    on: earlierOf(addWorkingDays(year.calendar, on, 1), year.today),
    by: personaOf("approver"),
  };
  const approved = onAbsence(range, second, (id) => (g) => approveAbsence(g, id, { reason: "材料属实" }));
  if (ending === "voided") {
    const reason = "因工作需要未休，照常在岗";
    return [propose((id) => (g) => voidAbsence(g, id, { reason, evidence })), approved];
  }
  if (ending === "void-proposed")
    return [propose((id) => (g) => voidAbsence(g, id, { reason: "核查考勤，当日实际在岗", evidence }))];
  if (ending !== "cut" && ending !== "cut-proposed") return [];
  const to = workingDates(year.calendar, range.from, range.to)[0] ?? range.from;
  const reason = "抽调提前结束，已回所在岗";
  const proposed = propose((id) => (g) => amendAbsence(g, id, { to, reason, evidence }));
  return ending === "cut-proposed" ? [proposed] : [proposed, approved];
}

function onAbsence({ from }: Range, act: Pick<Act, "on" | "by">, rule: (id: string) => Act["rule"]): Act {
  return { ...act, rule: (ground) => rule(absenceFrom(ground.secondment, from).id)(ground) };
}
