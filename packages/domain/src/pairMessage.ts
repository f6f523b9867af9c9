import * as z from "zod";
import type { PersonRole } from "./actor.ts";
import type { Message } from "./notification.ts";

/** What people are told about a pair: of steps of its timetable, of days that matter, of decisions about it. */
export const pairMessageCodes = [
  "reminded",
  "late",
  "escalated",
  "missed",
  "pair-orphan",
  "pair-substitute-ends",
  "pair-file-lacks",
  "pair-ends-soon",
  "pair-file-assigned",
  "pair-objected",
  "pair-objection-decided",
] as const;
const personSchema = z.object({ serviceNumber: z.string(), name: z.string() });

/** A message about a pair; like every message it points, and the to-do list carries. */
export const pairMessageSchema = z.object({
  code: z.enum(pairMessageCodes),
  pairId: z.string(),
  /** Key of the checkpoint, with its name by the scheme. */
  checkpoint: z.string().optional(),
  name: z.object({ "zh-CN": z.string(), en: z.string() }).optional(),
  /** For pages that only the addressee opens; what leaves the product names nobody. `unit` is the one that leads. */
  about: z.object({ mentor: personSchema, apprentice: personSchema, unit: z.string() }),
  /** The day on which it was told. */
  on: z.string(),
  dueOn: z.string().optional(),
});
export type Inboxes = readonly { readonly role: PersonRole; readonly unit: string }[];
export type PairMessage = z.infer<typeof pairMessageSchema> & { readonly to: Inboxes };

/** What a step of any kind of record tells. */
export type StepMessage = Message | PairMessage;

/** The inboxes of a unit and the branch that it belongs to, whatever kind of unit it is. */
export function unitInboxes({ unit, branch }: Record<"unit" | "branch", { code: string }>): Inboxes {
  const own: PersonRole[] = unit.code === branch.code ? ["sending"] : ["station", "sending"];
  return [...own.map((role) => ({ role, unit: unit.code })), { role: "branch" as const, unit: branch.code }];
}
