import type { Assessment, Filer, Grade } from "@dunmiao/domain/assessment";
import { accepterOf } from "@dunmiao/domain/assessment";
import { acceptForm, returnForm } from "@dunmiao/domain/assessment/decideForm";
import { submitForm } from "@dunmiao/domain/assessment/fileForm";
import { planCheckpoints, planOf } from "@dunmiao/domain/checkpoint";
import type { Scheme } from "@dunmiao/domain/scheme";
import type { Checkpoint, Secondment } from "@dunmiao/domain/secondment";
import { addWorkingDays, type WorkCalendar } from "@dunmiao/domain/workCalendar";
import { type Act, personaOf } from "./acts.ts";
import { wordsOf } from "./formWords.ts";
import { workingDates } from "./placing.ts";
import type { Random } from "./random.ts";

/** The term whose forms are filed, and by which rules. */
export type Filing = { term: Secondment["term"]; scheme: Scheme; calendar: WorkCalendar };
type Place = { checkpoint: Checkpoint; form: Assessment["form"]; by: Filer };

/** Of a hundred forms so many are filed in time; of the others most are late and a few never come. */
const inTime = 90;
const lateAtLast = 97;
const returnReasons = ["请补充具体事例和数据", "评语过于笼统，请结合分管工作说明"] as const;

/** What clerks do about the forms of a whole term: filed in time, late or never; accepted, or sent back first. */
export function formActs(of: Filing, random: Random): Act[] {
  return planCheckpoints(of.term, of.scheme, of.calendar).flatMap((checkpoint) =>
    planOf(of.scheme, checkpoint.key).forms.flatMap(({ form, by }) =>
      actsOn({ checkpoint, form, by }, of, random),
    ),
  );
}

function actsOn(place: Place, of: Filing, random: Random): Act[] {
  const on = filedOn(place.checkpoint, of, random);
  const words = wordsOf(place.form, { ...of, on: on ?? of.term.from }, random);
  const [roll, decides] = [random.whole(0, 99), random.whole(0, 99)];
  const [wait, reason] = [random.whole(1, 5), random.pick(returnReasons)];
  if (on === undefined) return [];
  const file = (day: string): Act => ({
    on: day,
    by: personaOf(place.by),
    rule: (ground) =>
      submitForm(
        ground,
        { key: place.checkpoint.key, by: place.by },
        words(gradeOf(ground.secondment, roll)),
      ),
    // The station confirms a month when what happened in it is decided.
    putOffBy: ["month-undecided"],
  });
  if (place.form === "attendance" || place.form === "showcase") return [file(on)];
  const later = (days: number) => addWorkingDays(of.calendar, on, days);
  const isSlow = decides % 4 === 0;
  if (decides < 8) {
    const again = wait + (isSlow ? 25 : 2);
    return [
      file(on),
      sendBack(place, later(wait), reason),
      file(later(again)),
      accept(place, later(again + 2)),
    ];
  }
  return [file(on), accept(place, later(isSlow ? wait + 20 : wait))];
}

/** The working day on which a form is filed; undefined when nobody ever does. */
function filedOn({ opensOn, dueOn }: Checkpoint, { calendar }: Filing, random: Random): string | undefined {
  const pace = random.whole(0, 99);
  const punctual = random.pick(workingDates(calendar, opensOn, dueOn));
  const late = addWorkingDays(calendar, dueOn, random.whole(1, 9));
  return pace < inTime ? punctual : pace < lateAtLast ? late : undefined;
}

function accept(place: Place, on: string): Act {
  const by = personaOf(accepterOf(place.by));
  return { on, by, rule: (ground) => acceptForm(ground, idOf(ground.secondment, place), {}) };
}

function sendBack(place: Place, on: string, reason: string): Act {
  const by = personaOf(accepterOf(place.by));
  return { on, by, rule: (ground) => returnForm(ground, idOf(ground.secondment, place), { reason }) };
}

function idOf({ assessments }: Secondment, { checkpoint, by }: Place): string {
  return assessments.find((each) => each.checkpoint === checkpoint.key && each.by === by)?.id ?? "none";
}

/** Some branches grade higher than others: what the pages about assessors are to show. */
function gradeOf({ hostBranch }: Secondment, roll: number): Grade {
  const leaning = (Number(hostBranch.code.at(-1)) % 3) * 6;
  if (roll < 10 + leaning) return "excellent";
  return roll < 93 ? "competent" : roll < 99 ? "basically-competent" : "incompetent";
}
