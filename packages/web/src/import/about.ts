import type { Cohort } from "@dunmiao/domain/cohort";
import type { Import } from "@dunmiao/domain/import/importRow";
import type { Text } from "../ui/text.ts";

type Link = { readonly href: string; readonly label: string };
/** Where an import belongs: to a cohort, or to the concurrent posts. */
export type About = {
  readonly title: string;
  readonly section: "cohorts" | "posts";
  readonly back: Link;
  /** What came of it, and where the file is uploaded again. */
  readonly result: Link;
  readonly again: string;
};

/** The frame of the pages of an import; `cohort` is undefined where it is gone, too. */
export function aboutOf(text: Text, { cohortId }: Import, cohort: Cohort | undefined): About {
  const { importPage, postPage, gone } = text;
  if (cohortId === undefined) {
    const posts = { href: "/posts", label: postPage.title };
    return { title: postPage.import, section: "posts", back: posts, result: posts, again: "/posts/import" };
  }
  return {
    title: importPage.title({ cohort: cohort?.name ?? gone.cohort }),
    section: "cohorts",
    back: { href: `/cohorts/${cohortId}`, label: importPage.toCohort },
    result: { href: `/secondments?cohort=${cohortId}`, label: importPage.toPeople },
    again: `/cohorts/${cohortId}/imports/new`,
  };
}
