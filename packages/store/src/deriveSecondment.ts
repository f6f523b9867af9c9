import { digestOf } from "@dunmiao/domain/digest";
import type { Secondment } from "@dunmiao/domain/secondment";
import { summaryOf } from "@dunmiao/domain/year/summaryOf";
import { digestKey } from "./engine/keys.ts";
import type { Derived } from "./engine/seal.ts";
import type { Rules } from "./secondmentRules.ts";
import { summaryText } from "./summaryText.ts";

/** Summary, digest, due date and places in the indexes of a secondment under its rules. */
export function deriveSecondment(rules: Rules) {
  return (record: Secondment): Derived => {
    const summary = summaryOf(record, rules);
    const { officer, hostBranch, hostStation, sending, term } = record;
    return {
      summary: summaryText(summary),
      dueOn: summary.next,
      digest: {
        ...digestKey(record.cohortId, officer.serviceNumber, record.id),
        digest: JSON.stringify(digestOf(record, summary)),
      },
      index: {
        cohort: { id: record.cohortId, serviceNumber: sortOf(record) },
        host: { branch: hostBranch.code, station: hostStation.code },
        sending: { unit: sending.code },
        officer: { serviceNumber: summary.number, termFrom: term.from },
      },
    };
  };
}

/** A further term of the same officer in the same cohort has a place of its own in the list. */
function sortOf({ officer, continues, id }: Secondment): string {
  return continues ? `${officer.serviceNumber}+${id}` : officer.serviceNumber;
}
