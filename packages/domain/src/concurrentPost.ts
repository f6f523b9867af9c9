import * as z from "zod";
import { signatureSchema } from "./actor.ts";
import { calendarDateSchema } from "./calendarDate.ts";
import { officerSnapshotSchema, serviceNumberInputSchema } from "./officer.ts";
import { type PlaceKind, placeInputSchema, placeSnapshotSchema } from "./place.ts";
import { plainText } from "./plainText.ts";
import { unitCodeSchema, unitSnapshotSchema } from "./unit.ts";

/** What somebody is at a place beside their own post; which belong to which kind of place stands in `rolesAt`. */
export const postRoles = [
  "vice-principal",
  "counsellor",
  "committee-member",
  "leading-group-member",
  "grid-member",
] as const;
export type PostRole = (typeof postRoles)[number];
export const rolesAt: Readonly<Record<PlaceKind, readonly PostRole[]>> = {
  school: ["vice-principal", "counsellor"],
  community: ["committee-member"],
  street: ["leading-group-member"],
  grid: ["grid-member"],
};

export const mostActivities = 200;
const line = z.string().overwrite(plainText).min(1).max(200);
const activitySchema = z.object({ on: calendarDateSchema, line: z.string(), by: signatureSchema });

/**
 * A concurrent post (兼任): one officer beside their own work at a school, community, street or grid, with who appointed
 * them, from when to when, and what they did there. No pay and no rota.
 */
export const concurrentPostSchema = z.object({
  id: z.string().regex(/^[0-9a-z-]{1,40}$/),
  version: z.int().nonnegative(),
  head: z.string(),
  officer: officerSnapshotSchema,
  /** The officer's home unit when the post began, and the one above it. */
  unit: unitSnapshotSchema,
  branch: unitCodeSchema.optional(),
  place: placeSnapshotSchema,
  role: z.enum(postRoles),
  appointedBy: z.string().min(1).max(60),
  from: calendarDateSchema,
  to: calendarDateSchema,
  activities: z.array(activitySchema).max(mostActivities),
  /** `on` is its last day, earlier than `to`; the day before `from` where it never began. */
  ended: z
    .object({
      on: calendarDateSchema,
      /** What a person wrote; where the officer moved, the name of the unit that they moved to. */
      reason: z.string().min(1).max(200),
      because: z.enum(["moved"]).optional(),
      by: signatureSchema,
      recordedOn: calendarDateSchema,
    })
    .optional(),
});
export type ConcurrentPost = z.infer<typeof concurrentPostSchema>;

export const postInputSchema = z.object({
  serviceNumber: serviceNumberInputSchema,
  place: placeInputSchema.shape.code,
  role: z.enum(postRoles),
  appointedBy: z.string().overwrite(plainText).min(1).max(60),
  from: calendarDateSchema,
  to: calendarDateSchema,
});
export type PostInput = z.infer<typeof postInputSchema>;
export const activityInputSchema = z.object({ on: calendarDateSchema, line });
export const postEndInputSchema = z.object({ on: calendarDateSchema, reason: line });

/** The days of a post, and whose where; its last day is earlier once it was ended. */
type Held = Pick<ConcurrentPost, "from" | "to"> & { readonly ended?: { readonly on: string } | undefined };

/** The last day on which a post is or was held. */
export function lastDayOf({ to, ended }: Held): string {
  return ended?.on ?? to;
}

export const postStates = ["planned", "serving", "past"] as const;
export type PostState = (typeof postStates)[number];

/** Whether a post is still to come, held today, or over; one that never began is over. */
export function postStateOn(post: Held, today: string): PostState {
  const last = lastDayOf(post);
  if (last < today || last < post.from) return "past";
  return today < post.from ? "planned" : "serving";
}
