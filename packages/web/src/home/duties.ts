import type { Assessment } from "@dunmiao/domain/assessment";
import type { Todo } from "@dunmiao/domain/todo";
import type { CaseView } from "../secondment/caseView.ts";
import { todoPlace } from "../secondment/todoPlace.ts";

/** What the officer has to write, and by when. */
export type OwnDuty = {
  what: Todo[0];
  /** Key of the checkpoint of a form. */
  about: string;
  due: string;
  isOverdue: boolean;
  href: string;
  /** The form as far as it was written, which may have been sent back. */
  entry?: Assessment;
};

/** The officer's own to-dos but the statement, which is a right (`rights.ts`). */
export function ownDuties({ record, todos, today }: CaseView): OwnDuty[] {
  return todos
    .filter(([what, whose]) => whose === "officer" && what !== "give-statement")
    .map(([what, whose, , due, about]) => {
      const entry = record.assessments.find((each) => each.checkpoint === about && each.by === "officer");
      const href = `/secondments/${record.id}${todoPlace(what, about, whose) ?? ""}`;
      return { what, about, due, isOverdue: due < today, href, ...(entry && { entry }) };
    });
}
