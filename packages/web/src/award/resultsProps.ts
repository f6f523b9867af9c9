import type { Ground } from "@dunmiao/domain/change";
import type { Scheme } from "@dunmiao/domain/scheme";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { Failed } from "./failed.ts";

/** What the page of results and its parts are drawn from. */
export type ResultsProps = {
  record: Secondment;
  scheme: Scheme;
  /** What probes ask with. */
  ground: Ground;
  failed: Failed | undefined;
};
