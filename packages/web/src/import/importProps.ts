import type { Cohort } from "@dunmiao/domain/cohort";
import type { Refusal } from "@dunmiao/domain/refusal";
import type { Chrome } from "../ui/chrome.ts";
import type { LoadedImport } from "./view.ts";

/** What the page of one import and its parts are drawn from. */
export type ImportProps = {
  chrome: Chrome;
  cohort: Cohort | undefined;
  loaded: LoadedImport;
  /** First problem shown, counted from 0. */
  from: number;
  /** Every problem at once, for a file or for printing. */
  isWhole?: boolean | undefined;
  mayConfirm: boolean;
  refusals?: readonly Refusal[];
  /** Headings ticked to be left out when the confirmation was refused. */
  leaveOut?: readonly string[];
  /** Units ticked to be changed when the confirmation was refused. */
  changeUnits?: readonly string[];
  /** What was chosen when the confirmation was refused, by field. */
  values?: Readonly<Record<string, string>>;
};
