import type { Catalog } from "../catalog.ts";
import type { nextCohortPage as zhNextCohortPage } from "../zhCN/nextCohortPage.ts";

export const nextCohortPage = {
  open: "Next cohort",
  title: (p) => `The cohort after ${p.cohort}`,
  carries: (p) =>
    `${p.posts} ${p.posts === 1 ? "post is" : "posts are"} carried over. The import template of the new cohort has stations and posts filled in: only the people are missing, and a row without one is left out.`,
  noPosts: "This cohort has no posts to carry over.",
  schemeHint: "The scheme of this cohort in its newest version, unless you choose another.",
  startsOnHint: "The day after the last one of this cohort, unless you change it.",
  create: "Create the cohort",
  carried: "Posts carried over",
  carriedFrom: (p) =>
    `${p.posts} ${p.posts === 1 ? "post" : "posts"} carried over from ${p.cohort}, ${p.filled} of them filled.`,
  template: "Download the template with the posts filled in",
} satisfies Catalog<typeof zhNextCohortPage>;
