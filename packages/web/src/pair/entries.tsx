import type { Activity } from "@dunmiao/domain/pair";
import type { ActivityWords } from "@dunmiao/domain/pair/activities";
import { sideOf } from "@dunmiao/domain/pair/actOn";
import { mayTry } from "@dunmiao/domain/permissions";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { PostForm } from "../ui/form.tsx";
import { EmptyState } from "../ui/pieces.tsx";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import type { FormProps } from "./failed.ts";
import { namedKey } from "./focusName.ts";

type Props = Pick<FormProps, "text" | "actor" | "pair" | "scheme"> & {
  words: ReadonlyMap<string, ActivityWords>;
};

/** What the two did, newest first; who may confirm an entry does it in its line. */
export function Activities(props: Props) {
  const { text, pair, scheme } = props;
  const words = text.pairPage;
  if (pair.activities.length === 0) return <EmptyState title={words.noActivities} />;
  const said = ({ id }: Activity) => props.words.get(id) ?? {};
  return (
    <DenseTable
      text={text}
      caption={words.activities}
      rows={pair.activities.toSorted((one, other) => (one.on < other.on ? 1 : -1))}
      rowId={({ id }) => id}
      columns={[
        { label: text.common.date, kind: "rowHeader", cell: ({ on }) => on },
        { label: words.kind, cell: ({ kind }) => namedKey(text, kind, [scheme.activityKinds]) },
        {
          label: words.minutes,
          kind: "number",
          cell: ({ minutes }) => (minutes === undefined ? "" : String(minutes)),
        },
        { label: words.learned, cell: (each) => said(each).learned ?? "" },
        { label: words.mentorLearned, cell: (each) => said(each).mentorLearned ?? "" },
        { label: words.evidence, cell: ({ evidence = "" }) => evidence },
        { label: words.enteredBy, cell: ({ recorded }) => signerName(text, recorded.by) },
        { label: words.confirmed, cell: (each) => <Confirmed {...props} activity={each} /> },
      ]}
    />
  );
}

function Confirmed({ text, actor, pair, activity }: Props & { activity: Activity }) {
  const words = text.pairPage;
  const { confirmed, side, id, on } = activity;
  if (confirmed) return <>{`${signerName(text, confirmed.by)} · ${confirmed.on}`}</>;
  if (side === "unit") return <>{words.byUnit}</>;
  const mayConfirm =
    pair.status === "active" &&
    mayTry(actor, "confirm-activity") &&
    sideOf(pair, actor, on) === (side === "mentor" ? "apprentice" : "mentor");
  if (!mayConfirm) return <>{words.unconfirmed}</>;
  return (
    <PostForm action={`/pairs/${pair.id}/activities/${id}/confirm`} idempotencyKey={formKey()}>
      <Button kind="secondary">{text.common.confirm}</Button>
    </PostForm>
  );
}
