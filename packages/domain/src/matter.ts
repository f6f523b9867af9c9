import * as z from "zod";
import type { PersonRole } from "./actor.ts";
import { bureau } from "./notification.ts";

/** What besides a secondment people are told about. */
export const matterCodes = [
  "notice-waits",
  "notice-in-force",
  "correction-waits",
  "correction-decided",
  "merge-waits",
  "merge-decided",
  "mover-left",
  "emergency-armed",
  "emergency-used",
  "backup-missing",
  "backup-old",
  "difference-found",
  "day-signed",
  "delegation-begun",
  "delegation-over",
  "delegation-withdrawn",
] as const;
export const matterKinds = [
  "notice",
  "correction",
  "move",
  "emergency",
  "backup",
  "difference",
  "head",
  "delegation",
] as const;

/** A message about a record that is no secondment; like every message it points, and the to-do list carries. */
export const matterMessageSchema = z.object({
  code: z.enum(matterCodes),
  matter: z.object({ kind: z.enum(matterKinds), id: z.string(), label: z.string() }),
  /** The day on which it was told. */
  on: z.string(),
});
/** `to`: roles of the whole bureau; each of them has one inbox. */
export type MatterMessage = z.infer<typeof matterMessageSchema> & {
  readonly to: readonly { readonly role: PersonRole; readonly unit: string }[];
};

/** Roles that see the whole bureau, as addressees. */
export function inBureau(...roles: readonly PersonRole[]): MatterMessage["to"] {
  return roles.map((role) => ({ role, unit: bureau }));
}
