import type { PersonRole } from "@dunmiao/domain/actor";
import { mayTry } from "@dunmiao/domain/permissions";
import { ButtonGroup } from "../ui/button.tsx";
import type { Text } from "../ui/text.ts";
import { isCentral } from "./load.ts";

const pages = ["timeline", "assessments", "awards"] as const;
type Props = {
  text: Text;
  cohortId: string;
  current: (typeof pages)[number] | "cohort";
  role: PersonRole | undefined;
};

/** From one page about a cohort to the others that this role may open. */
export function OverviewLinks({ text, cohortId, current, role }: Props) {
  if (role === undefined || !mayTry({ role }, "read-overview")) return null;
  const labels = {
    timeline: text.overviewPage.timeline,
    assessments: text.overviewPage.assessments,
    awards: text.awardPage.cohortAwards,
  };
  const shown = pages.filter((page) => page !== current && (page !== "awards" || isCentral({ role })));
  return (
    <ButtonGroup>
      {shown.map((page) => (
        <a class="govuk-link" href={`/cohorts/${cohortId}/${page}`}>
          {labels[page]}
        </a>
      ))}
    </ButtonGroup>
  );
}
