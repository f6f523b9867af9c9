import { nameOf } from "../../nameOf.ts";
import type { Catalog, RefusalSentences } from "../catalog.ts";
import type { awardRefusals as zhAwardRefusals } from "../zhCN/awardRefusals.ts";
import { awardPage } from "./awardPage.ts";

export const awardRefusals = {
  "award-before-term": (p) => `The award must not be dated before the first day of the term (${p.from})`,
  "document-already-entered": (p) =>
    `This document is entered as ${p.award}; if that is wrong, another person revokes it first`,
  "too-many-awards": (p) => `One term has at most ${p.limit} awards`,
  "unknown-award": () => "There is no such award",
  "already-revoked": (p) => `This award was revoked on ${p.on}`,
  "too-many-contributions": (p) => `One term has at most ${p.limit} contributions`,
  "unknown-contribution": () => "There is no such contribution",
  "not-waiting-for-verification": (p) =>
    `This contribution is “${nameOf(awardPage.adoption, p.state)}” and needs no verification`,
  "not-waiting-for-adoption": (p) =>
    `This contribution is “${nameOf(awardPage.adoption, p.state)}”: whether it is adopted cannot be decided now`,
  "level-named-twice": () => "Each level is named once",
} satisfies RefusalSentences & Catalog<typeof zhAwardRefusals>;
