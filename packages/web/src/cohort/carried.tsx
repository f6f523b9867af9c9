import type { CarriedPosts } from "@dunmiao/store/carriedPosts";
import { link } from "../ui/link.ts";
import type { Text } from "../ui/text.ts";

/** Posts that a cohort took over, and how many of them somebody holds. */
export type Carried = CarriedPosts & { filled: number };
type Props = { text: Text; cohortId: string; carried: Carried; fromName: string; mayImport: boolean };

/** How far the posts that were carried over are filled, and the template that lists them. */
export function CarriedSection({ text, cohortId, carried, fromName, mayImport }: Props) {
  const words = text.nextCohortPage;
  const said = { posts: carried.posts.length, filled: carried.filled, cohort: fromName };
  return (
    <section id="carried">
      <h2 class="govuk-heading-m">{words.carried}</h2>
      <p class="govuk-body">
        {words.carriedFrom(said)}
        {mayImport ? " " : null}
        {mayImport
          ? link(`/imports/template.xlsx?cohort=${encodeURIComponent(cohortId)}`, words.template)
          : null}
      </p>
    </section>
  );
}
