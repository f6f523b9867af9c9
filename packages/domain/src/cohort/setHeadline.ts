import { type Actor, signature } from "../actor.ts";
import { staleRevision } from "../changedMeanwhile.ts";
import { type Cohort, type Headline, headlineSchema } from "../cohort.ts";
import { refusedDocumentDate } from "../dateBounds.ts";
import type { EventOfKind } from "../eventType.ts";
import { mayTry } from "../permissions.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";

export const headlineInputSchema = headlineSchema.pick({
  title: true,
  total: true,
  parts: true,
  source: true,
  on: true,
});
export type HeadlineInput = Pick<Headline, "title" | "total" | "parts" | "source" | "on">;
export type CohortChange = { after: Cohort; event: EventOfKind<"cohort"> };
type HeadlineGround = { cohort: Cohort; actor: Actor; today: string };

/**
 * HR writes down what a report said about the awards of a cohort. Its total may differ from its parts: published
 * figures are kept as they were published, and the difference is shown. `seen` is the revision looked at, 0 for none.
 */
export function setHeadline(
  { cohort, actor, today }: HeadlineGround,
  input: HeadlineInput,
  seen: number | undefined,
): Outcome<CohortChange> {
  if (!mayTry(actor, "set-headline")) return refuse("not-for-this-role");
  const { headline: before } = cohort;
  const stale = before && staleRevision(seen, before.revision, { by: before.setBy, on: before.setOn });
  if (stale) return stale;
  if (input.on > today) return refuse("in-the-future", "on", { today });
  const refused = refusedDocumentDate(input.on, today, "on");
  if (refused) return refused;
  if (new Set(input.parts.map(({ level }) => level)).size < input.parts.length)
    return refuse("level-named-twice", "parts");
  const set = { revision: (before?.revision ?? 0) + 1, setBy: signature(actor), setOn: today };
  return accept({
    after: { ...cohort, headline: { ...input, ...set } },
    event: { type: "cohort.headline-set", change: { ...input } },
  });
}
