import type { Digest } from "../digest.ts";
import type { Scheme } from "../scheme.ts";
import { planKeyOf } from "./assessmentLoad.ts";

/** The grade "excellent" among the final overall grades of a cohort, beside what the scheme allows. */
export type ExcellentQuota = {
  /** Final overall grades of the end assessment. */
  graded: number;
  excellent: number;
  /** The most that the share allows of so many grades. */
  allowed: number;
  share: number;
  isExceeded: boolean;
};

/** Rounding of shares such as 0.2 × 15 must not make a full quota an exceeded one. */
const tolerance = 1e-9;

/** Counts "excellent" among the final overall grades; an exceeded quota is flagged, no grade is ever changed. */
export function excellentQuota(
  people: readonly Pick<Digest, "forms">[],
  scheme: Pick<Scheme, "checkpoints" | "excellentShare">,
): ExcellentQuota {
  const overall = people.flatMap(({ forms }) => forms.filter((form) => isFinalOverall(form, scheme)));
  const excellent = overall.filter(([, , , , grade]) => grade === "excellent").length;
  const allowed = Math.floor(scheme.excellentShare * overall.length + tolerance);
  return {
    graded: overall.length,
    excellent,
    allowed,
    share: scheme.excellentShare,
    isExceeded: excellent > allowed,
  };
}

/** The overall grade is that of the form `assessment` at the checkpoint of kind `end`, once it is final. */
export function isFinalOverall(
  [checkpoint, form, , state, grade]: Digest["forms"][number],
  scheme: Pick<Scheme, "checkpoints">,
): boolean {
  const plan = scheme.checkpoints.find(({ key }) => key === planKeyOf(checkpoint));
  return plan?.kind === "end" && form === "assessment" && state === "final" && grade !== "";
}
