import * as z from "zod";
import { type Filer, filers, isFiled } from "./assessment.ts";
import { planOf } from "./checkpoint.ts";
import type { Step } from "./nextStep.ts";
import { nameNow, numberNow } from "./officerCorrection.ts";
import type { Scheme } from "./scheme.ts";
import type { Secondment } from "./secondment.ts";

export const messageCodes = [
  "reminded",
  "late",
  "escalated",
  "missed",
  "review-opened",
  "report-in-decided",
  "review-closed",
] as const;

/** What the workflow told somebody: a pointer to work that the to-do list carries, never the only word of it. */
export const messageSchema = z.object({
  code: z.enum(messageCodes),
  secondmentId: z.string(),
  /** Key of the checkpoint, with its name by the scheme; neither when the step was about no checkpoint. */
  checkpoint: z.string().optional(),
  name: z.object({ "zh-CN": z.string(), en: z.string() }).optional(),
  /** For pages that only the addressee opens; what leaves the product names nobody. */
  about: z.object({ serviceNumber: z.string(), name: z.string(), station: z.string() }),
  /** The day on which it was told. */
  on: z.string(),
  dueOn: z.string().optional(),
});
/** A role in a unit: `bureau` for the personnel office, the service number for the officer. */
export type Addressee = { readonly role: Filer; readonly unit: string };
export type Message = z.infer<typeof messageSchema> & { readonly to: readonly Addressee[] };

export const bureau = "bureau";

/** What a step that the workflow took is to tell, and whom; undefined when it concerns nobody yet. */
export function messageOf(
  secondment: Secondment,
  step: Step,
  { scheme, on }: { scheme: Scheme; on: string },
): Message | undefined {
  const told = toldBy(secondment, step, scheme);
  if (!told || told.to.length === 0) return undefined;
  const { id, hostStation, checkpoints } = secondment;
  const key = "key" in step ? step.key : undefined;
  const dueOn = checkpoints.find((each) => each.key === key)?.dueOn;
  return {
    code: told.what,
    secondmentId: id,
    ...(key !== undefined && { checkpoint: key, name: planOf(scheme, key).name }),
    about: { serviceNumber: numberNow(secondment), name: nameNow(secondment), station: hostStation.name },
    to: filers
      .filter((role) => told.to.includes(role))
      .map((role) => ({ role, unit: unitOf(secondment, role) })),
    on,
    ...(dueOn && { dueOn }),
  };
}

type Told = { what: Message["code"]; to: readonly Filer[] };

function toldBy(secondment: Secondment, step: Step, scheme: Scheme): Told | undefined {
  switch (step.step) {
    case "remind":
      return { what: "reminded", to: missingFrom(secondment, step.key, scheme) };
    case "mark-late":
      return { what: "late", to: missingFrom(secondment, step.key, scheme) };
    case "escalate":
      return { what: "escalated", to: [step.level === "branch" ? "branch" : "hr"] };
    case "mark-missed":
      return { what: "missed", to: ["branch", "hr"] };
    case "open-review":
      return { what: "review-opened", to: ["officer", "branch", "hr"] };
    case "close-review":
      return { what: "review-closed", to: ["officer"] };
    default:
      return undefined;
  }
}

/** Whom a checkpoint waits for: report-in for the station, the ruling for the personnel office, others for whoever has not filed. */
function missingFrom({ assessments }: Secondment, key: string, scheme: Scheme): Filer[] {
  const { kind, forms } = planOf(scheme, key);
  if (kind === "report-in") return ["station"];
  if (kind === "ruling") return ["hr"];
  const isIn = (by: Filer) =>
    assessments.some((each) => each.checkpoint === key && each.by === by && isFiled(each));
  return forms.map(({ by }) => by).filter((by) => !isIn(by));
}

function unitOf(secondment: Secondment, role: Filer): string {
  const { sending, hostBranch, hostStation } = secondment;
  switch (role) {
    case "officer":
      return numberNow(secondment);
    case "station":
      return hostStation.code;
    case "branch":
      return hostBranch.code;
    case "sending":
      return sending.code;
    case "hr":
      return bureau;
  }
}

/** Tells the personnel office that another person decided on a correction of the day of report-in. */
export function reportInDecided(secondment: Secondment, on: string): Message {
  const { id, hostStation } = secondment;
  return {
    code: "report-in-decided",
    secondmentId: id,
    about: { serviceNumber: numberNow(secondment), name: nameNow(secondment), station: hostStation.name },
    to: [{ role: "hr", unit: bureau }],
    on,
  };
}
