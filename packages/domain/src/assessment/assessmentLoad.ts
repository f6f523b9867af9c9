import type { Digest } from "../digest.ts";
import type { Scheme } from "../scheme.ts";

/** Where one form stands: in by its due date, in after it, not in and still in time, not in and overdue, given up. */
export const formStandings = ["in-time", "late", "open", "overdue", "missed"] as const;
export type FormStanding = (typeof formStandings)[number];

/** One form that a role was asked for by one checkpoint of one person. */
export type AskedForm = {
  /** Secondment. */
  id: string;
  checkpoint: string;
  dueOn: string;
  form: string;
  by: string;
  standing: FormStanding;
  /** Of a form that is in: day on which it was handed in, state, grade, who wrote it; else "". */
  handedInOn: string;
  state: string;
  grade: string;
  author: string;
  /** It was in and is sent back: not in until it is filed again. */
  isReturned: boolean;
  /** Why it was sent back. */
  reason?: string;
};
/** Forms of one plan and filer over a whole cohort; the standings add up to `asked`. */
export type LoadLine = { plan: string; form: string; by: string; asked: number } & Record<
  FormStanding,
  number
>;

type Person = Pick<Digest, "id" | "checkpoints" | "forms">;
type Plans = Pick<Scheme, "checkpoints">;

/** Every form that has been asked for so far: those of checkpoints that opened; of dropped ones only what is in. */
export function askedForms(people: readonly Person[], scheme: Plans, today: string): AskedForm[] {
  const plans = new Map(scheme.checkpoints.map((plan) => [plan.key, plan]));
  const asked = people.flatMap((person) =>
    person.checkpoints.flatMap((checkpoint) =>
      (plans.get(planKeyOf(checkpoint[0]))?.forms ?? []).map(({ form, by }) =>
        askedForm(person, checkpoint, { form, by, today }),
      ),
    ),
  );
  return asked.filter((each) => each !== undefined);
}

/** The part of a checkpoint's key before the point. */
export function planKeyOf(checkpoint: string): string {
  return checkpoint.split(".")[0] ?? checkpoint;
}

function askedForm(
  { id, forms }: Person,
  [checkpoint, dueOn, checkpointState]: Digest["checkpoints"][number],
  { form, by, today }: { form: string; by: string; today: string },
): AskedForm | undefined {
  const asked = { id, checkpoint, dueOn, form, by };
  const filed = forms.find((each) => each[0] === checkpoint && each[2] === by && isIn(each[3]));
  if (filed) {
    const [, , , state, grade, author, handedInOn] = filed;
    const standing = handedInOn > dueOn ? "late" : "in-time";
    return { ...asked, standing, handedInOn, state, grade, author, isReturned: false };
  }
  if (checkpointState === "planned" || checkpointState === "dropped") return undefined;
  const waiting = today > dueOn ? "overdue" : "open";
  const back = forms.find((each) => each[0] === checkpoint && each[2] === by && each[3] === "returned");
  const reason = back?.[7];
  const returned = { isReturned: back !== undefined, ...(reason !== undefined && { reason }) };
  const nothing = { handedInOn: "", state: "", grade: "", author: "", ...returned };
  return { ...asked, standing: checkpointState === "missed" ? "missed" : waiting, ...nothing };
}

/** Whether a form in this state counts as handed in. */
export function isIn(state: string): boolean {
  return state === "submitted" || state === "final";
}

/** Forms asked for, in time, late, open, overdue and missed: one line for each form and filer of the timetable. */
export function assessmentLoad(forms: readonly AskedForm[], scheme: Plans): LoadLine[] {
  const groups = Map.groupBy(forms, ({ checkpoint, by }) => `${planKeyOf(checkpoint)} ${by}`);
  return scheme.checkpoints.flatMap((plan) =>
    plan.forms.map(({ form, by }) => {
      const asked = groups.get(`${plan.key} ${by}`) ?? [];
      const count = (standing: FormStanding) => asked.filter((each) => each.standing === standing).length;
      return {
        plan: plan.key,
        form,
        by,
        asked: asked.length,
        "in-time": count("in-time"),
        late: count("late"),
        open: count("open"),
        overdue: count("overdue"),
        missed: count("missed"),
      };
    }),
  );
}
