import type { Actor } from "@dunmiao/domain/actor";
import type { Scheme } from "@dunmiao/domain/scheme";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { Failed } from "./failed.ts";

/** What the page of results and its parts are drawn from. */
export type ResultsProps = {
  record: Secondment;
  scheme: Scheme;
  actor: Actor;
  failed: Failed | undefined;
};
