import type { Relation } from "@dunmiao/domain/relation";
import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { type PermissionRow, permissionColumns } from "./rows.ts";

/** Who may do what, as the table of permissions says it: what the program asks is what is shown. */
export function PermissionPage({ chrome, rows }: { chrome: Chrome; rows: readonly PermissionRow[] }) {
  const { text, person } = chrome;
  const words = text.permissionPage;
  return (
    <Layout chrome={chrome} title={words.title}>
      <p class="govuk-body">{words.intro}</p>
      <p class="govuk-body">{words.rules}</p>
      {person ? <p class="govuk-body">{words.yourRole({ role: text.role[person.role] })}</p> : null}
      <div class="dm-matrix">
        <DenseTable
          text={text}
          caption={words.title}
          isCaptionHidden
          rows={rows}
          columns={[
            { label: words.act, kind: "rowHeader", cell: ({ act }) => words.acts[act] },
            ...permissionColumns.map((role) => ({
              label: text.role[role],
              cell: ({ relations }: PermissionRow) => relationNames(text, relations[role]),
            })),
          ]}
        />
      </div>
    </Layout>
  );
}

function relationNames(text: Text, relations: readonly Relation[] = []): string {
  const { none, relation } = text.permissionPage;
  return relations.length === 0 ? none : relations.map((each) => relation[each]).join(text.common.listMark);
}
