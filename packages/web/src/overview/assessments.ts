import {
  type AskedForm,
  askedForms,
  assessmentLoad,
  type FormStanding,
  formStandings,
  planKeyOf,
} from "@dunmiao/domain/assessment/assessmentLoad";
import { assessorDrift } from "@dunmiao/domain/assessment/assessorDrift";
import { coverageOf } from "@dunmiao/domain/assessment/coverage";
import { excellentQuota } from "@dunmiao/domain/assessment/excellentQuota";
import type { Digest } from "@dunmiao/domain/digest";
import type { Scheme } from "@dunmiao/domain/scheme";
import type { Overview } from "./load.ts";
import type { AssessmentsQuery } from "./query.ts";

/** A form that was asked for, with whom it is about. */
export type FormRow = AskedForm & { number: string; name: string; station: string };
/** Somebody with months or areas that no evidence covers. */
export type GapRow = {
  id: string;
  number: string;
  name: string;
  station: string;
  months: string[];
  areas: string[];
};

/** The figures of a cohort's assessments. Drift and quota compare everybody: only who sees everybody gets them. */
export function assessmentFigures({ people, scheme, isWhole }: Overview, today: string) {
  const forms = askedForms(people, scheme, today);
  const gaps = coverageGaps(people, scheme, today);
  const count = (standing: FormStanding) => forms.filter((each) => each.standing === standing).length;
  return {
    people: people.length,
    asked: forms.length,
    standings: formStandings.map((standing) => ({ standing, count: count(standing) })),
    load: assessmentLoad(forms, scheme),
    withoutMonths: gaps.filter(({ months }) => months.length > 0).length,
    withoutAreas: gaps.filter(({ areas }) => areas.length > 0).length,
    ...(isWhole && { drift: assessorDrift(people), quota: excellentQuota(people, scheme) }),
  };
}
export type AssessmentFigures = ReturnType<typeof assessmentFigures>;

/** The forms behind a figure. */
export function formRows({ people, scheme }: Overview, query: AssessmentsQuery, today: string): FormRow[] {
  const byId = new Map(people.map((each) => [each.id, each]));
  return askedForms(people, scheme, today)
    .filter((each) => isAsked(each, query, scheme))
    .map((form) => {
      const { number = "", name = "", station = ["", ""] } = byId.get(form.id) ?? {};
      return { ...form, number, name, station: station[1] };
    });
}

function isAsked(form: AskedForm, query: AssessmentsQuery, scheme: Scheme): boolean {
  const { plan, by, is, assessor, overall } = query;
  const kind = scheme.checkpoints.find(({ key }) => key === planKeyOf(form.checkpoint))?.kind;
  const isOverall = kind === "end" && form.form === "assessment" && form.state === "final";
  return (
    (plan === undefined || planKeyOf(form.checkpoint) === plan) &&
    (by === undefined || form.by === by) &&
    (is === undefined || form.standing === is) &&
    (assessor === undefined || (form.author === assessor && form.grade !== "" && form.by !== "officer")) &&
    (overall === undefined || (isOverall && form.grade === overall))
  );
}

/** People of whom a month that is over, or an area, has no evidence; whoever was withdrawn needs none. */
export function coverageGaps(people: readonly Digest[], scheme: Scheme, today: string): GapRow[] {
  return people
    .filter(({ status }) => status !== "withdrawn")
    .map((person) => {
      const { monthsWithout: months, areasWithout: areas } = coverageOf(person, scheme, today);
      return {
        id: person.id,
        number: person.number,
        name: person.name,
        station: person.station[1],
        months,
        areas,
      };
    })
    .filter(({ months, areas }) => months.length > 0 || areas.length > 0);
}

/** Of the gaps only those of one kind. */
export function gapRows({ people, scheme }: Overview, kind: "months" | "areas", today: string): GapRow[] {
  return coverageGaps(people, scheme, today).filter((each) => each[kind].length > 0);
}
