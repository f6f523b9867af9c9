import type { Refusal } from "@dunmiao/domain/refusal";
import * as z from "zod";

const item = z
  .string()
  .regex(
    /^[0-9A-Za-z-]{1,64}(:(\d{1,3}(\.5)?|[a-z][a-z0-9-]{0,23}\.\d{4}-\d{2}(:\d{1,9})?|a\d{1,4}:\d{1,9}))?$/,
  );

/** The most that one batch does: each is a transaction of its own. */
export const mostItems = 200;

/** A form sends one ticked box as text, several as a list. */
const items = z.union([item.transform((each) => [each]), z.array(item).min(1).max(mostItems)]);

/**
 * A batch: warnings seen (`<secondment>:<level>`), people who reported in on one day (`<secondment>`, and
 * `:<lateDays>` where that knowingly leaves working days unreported), months that the station confirms as the ledger has
 * them (`<secondment>:<checkpoint>`, and `:<version>` of the record that the list showed), or requests approved as the list showed them (`<secondment>:<absence>:<revision>`).
 */
export const batchForm = z.discriminatedUnion("act", [
  z.object({ act: z.literal("acknowledge"), item: items }),
  z.object({ act: z.literal("report-in"), item: items, on: z.iso.date() }),
  z.object({ act: z.literal("confirm-attendance"), item: items }),
  z.object({ act: z.literal("approve"), item: items }),
]);
export type Batch = z.infer<typeof batchForm>;

/** A batch that was refused, or kept over the end of a session: its list is shown again with what was ticked and dated. */
export type Tried = { items: ReadonlySet<string>; on: string | undefined; refusals: readonly Refusal[] };

const ticks = z.array(z.string());

/** What such a form had sent, from its values as text: one tick alone, several as a list. */
export function triedOf(raw: Readonly<Record<string, string>>, refusals: readonly Refusal[]): Tried {
  const { item = "", on } = raw;
  const several = item.startsWith("[") ? ticks.safeParse(JSON.parse(item)).data : undefined;
  return { items: new Set(several ?? [item]), on, refusals };
}

/**
 * The same for boxes that a list has now. A late report-in had its days beside the person, as a warning has its level:
 * the list has a box for the person, and asks for the days again.
 */
export function triedNow(tried: Tried, boxes: ReadonlySet<string>): Tried {
  const late = [...tried.items].filter((each) => !boxes.has(each) && /^[^:]+:\d+(\.5)?$/.test(each));
  return { ...tried, items: new Set([...tried.items, ...late.map((each) => each.split(":")[0] ?? each)]) };
}
