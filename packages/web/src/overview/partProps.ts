import type { Text } from "../ui/text.ts";
import type { AssessmentFigures } from "./assessments.ts";
import type { Overview } from "./load.ts";

/** What every part of the page of a cohort's forms is drawn from. */
export type PartProps = { text: Text; overview: Overview; figures: AssessmentFigures; path: string };
