import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { PostForm } from "../ui/form.tsx";
import { formatInstant } from "../ui/format.ts";
import { Details } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { flagReason, type NamedFlag } from "./flags.ts";

type Props = { text: Text; flags: readonly NamedFlag[]; mayHandle: boolean };

/** Work that the system could not finish: whose, why, since when; under it what a maintainer asks for. */
export function FlagTable({ text, flags, mayHandle }: Props) {
  const { todoPage: words } = text;
  if (flags.length === 0) return null;
  return (
    <section>
      <DenseTable
        text={text}
        caption={words.flags}
        rows={flags}
        columns={[
          {
            label: words.todo,
            kind: "rowHeader",
            cell: (each) => `${words.flagKind[each.kind]} ${each.name}`,
          },
          { label: words.flagCode, cell: (each) => flagReason(text, each.summary.code) },
          { label: words.since, kind: "date", cell: (each) => formatInstant(each.summary.since) },
        ]}
      />
      <Details summary={words.forMaintainer}>
        <ul class="govuk-list">
          {flags.map(({ kind, id, summary: { code, detail } }) => (
            <li>
              <code>{`${kind} ${id} ${code} ${detail}`}</code>
            </li>
          ))}
        </ul>
      </Details>
      {mayHandle
        ? flags.map(({ kind, id, name }) => (
            <PostForm action={`/flags/${kind}/${id}/handled`} idempotencyKey={formKey()}>
              <Button kind="secondary">
                {words.handled} {name}
              </Button>
            </PostForm>
          ))
        : null}
    </section>
  );
}
