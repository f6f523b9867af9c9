import type { Assessment } from "@dunmiao/domain/assessment";
import type { Ground } from "@dunmiao/domain/change";
import { checkpointName } from "../ui/checkpointName.ts";
import { link } from "../ui/link.ts";
import { Details } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";

/** What others and oneself filed before, for whoever writes the next form; months confirmed are no opinion. */
export function EarlierForms({
  text,
  ground,
  except,
}: {
  text: Text;
  ground: Ground;
  except?: string | undefined;
}) {
  const { id, assessments } = ground.secondment;
  const words = text.assessmentPage;
  const isRead = ({ id, form, state }: Assessment) =>
    id !== except && form !== "attendance" && (state === "submitted" || state === "final");
  const rows = assessments.filter(isRead);
  if (rows.length === 0) return null;
  return (
    <Details summary={`${words.earlier} · ${rows.length}`}>
      <DenseTable
        text={text}
        caption={words.earlier}
        isCaptionHidden
        columns={[
          {
            label: words.words,
            kind: "rowHeader",
            cell: (each) =>
              link(
                `/secondments/${id}/assessments/${each.id}`,
                words.title({
                  checkpoint: checkpointName(text, ground.scheme, each.checkpoint),
                  form: text.formKind[each.form],
                }),
              ),
          },
          { label: words.by, cell: ({ by }) => text.role[by] },
          { label: words.grade, cell: ({ grade }) => (grade ? text.grade[grade] : words.notGraded) },
          { label: words.state, cell: ({ state }) => text.formState[state] },
        ]}
        rows={rows}
      />
    </Details>
  );
}
