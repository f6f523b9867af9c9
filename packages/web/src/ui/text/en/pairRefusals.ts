import { nameOf } from "../../nameOf.ts";
import type { Catalog, RefusalSentences } from "../catalog.ts";
import type { pairRefusals as zhPairRefusals } from "../zhCN/pairRefusals.ts";
import { pairPage } from "./pairPage.ts";

export const pairRefusals = {
  "apprentice-has-pair": (p) =>
    `The apprentice has a pair for this focus from ${p.from} to ${p.to}; periods must not overlap`,
  "kinship-not-said": () => "Say whether the two are kin",
  "mentor-load-reached": (p) => `A mentor leads at most ${p.cap} apprentices at a time; this one is full`,
  "mentor-rests": (p) =>
    `A mentor rests ${p.months} months between pairs (the nearest runs from ${p.from} to ${p.to})`,
  "pair-not-proposed": (p) =>
    `The pair is “${nameOf(pairPage.status, p.status)}” and waits for no second person`,
  "pair-start-out-of-bounds": (p) => `The first day must lie between ${p.from} and ${p.to}`,
  "pair-too-long": (p) => `A pair lasts at most ${p.months} months: to ${p.to} at the latest`,
  "self-mentoring": () => "Mentor and apprentice cannot be the same person",
  "unknown-eligibility-item": () => "The checklist of the scheme has no such item",
  "unknown-focus": () => "The scheme has no such focus",
  "unknown-pair-scheme": (p) => `There is no pair scheme named ${p.scheme}`,
} satisfies RefusalSentences & Catalog<typeof zhPairRefusals>;
