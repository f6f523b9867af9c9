import type { MadeScheme } from "@dunmiao/domain/schemeRecord";
import type { SchemeVersion } from "@dunmiao/store/schemeShelf";
import type { Child, PropsWithChildren } from "hono/jsx";
import { ButtonGroup } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { SummaryList } from "../ui/pieces.tsx";
import { signerName } from "../ui/signerName.ts";
import { type Column, DenseTable } from "../ui/table.ts";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";

/** Who looks may open drafts, and who edits them may start one. */
export type Rights = { readonly maySeeDrafts: boolean; readonly mayDraft: boolean };
/** What schemes of secondments and of pairs have in common. */
type AnyScheme = {
  readonly id: string;
  readonly version: number;
  readonly name: Record<Text["language"], string>;
};

type TableProps<S extends AnyScheme> = {
  text: Text;
  /** The list's address; a scheme's is below it. */
  path: string;
  title: string;
  schemes: readonly S[];
  versions: readonly SchemeVersion[];
  rights: Rights;
  /** What a scheme of this kind is known by. */
  figures: readonly Column<S>[];
};

/** The schemes of a kind, newest version each, with their other versions; drafts only for those who may open them. */
export function SchemesTable<S extends AnyScheme>(props: TableProps<S>) {
  const { text, path, title, schemes, versions, rights, figures } = props;
  const { schemeDraft: words } = text;
  const links = (id: string) =>
    versions
      .filter((each) => each.schemeId === id && (each.status === "published" || rights.maySeeDrafts))
      .flatMap(({ schemeVersion: version, status }) => [
        status === "draft"
          ? link(`${path}/${id}/draft`, words.openDraft({ version }))
          : link(`${path}/${id}?version=${version}`, words.versionOf({ version })),
        " ",
      ]);
  return (
    <DenseTable
      text={text}
      caption={title}
      isCaptionHidden
      rows={schemes}
      columns={[
        {
          label: words.nameGroup,
          kind: "rowHeader",
          cell: ({ id, name }) => link(`${path}/${id}`, name[text.language]),
        },
        { label: words.newest, kind: "number", cell: ({ version }) => String(version) },
        ...figures,
        { label: words.versions, cell: ({ id }) => links(id) },
      ]}
    />
  );
}

type FrameProps = PropsWithChildren<{
  chrome: Chrome;
  path: string;
  /** What the list is called. */
  list: string;
  scheme: AnyScheme;
  /** Of a version that was made here. */
  record: MadeScheme<unknown> | undefined;
  newestVersion: number;
  /** What somebody may go on to from here. */
  actions: Child;
  settings: Parameters<typeof SummaryList>[0]["rows"];
}>;

/** The page of one version: where it comes from, every setting, none left out, and what belongs to its kind. */
export function SchemeFrame(props: FrameProps) {
  const { chrome, path, list, scheme, record, newestVersion, actions, settings, children } = props;
  const { text } = chrome;
  const { schemeDraft: words } = text;
  return (
    <Layout
      chrome={chrome}
      title={scheme.name[text.language]}
      caption={words.versionOf({ version: scheme.version })}
      section="schemes"
      back={{ href: path, label: list }}
    >
      {actions ? <ButtonGroup>{actions}</ButtonGroup> : null}
      {record?.status === "draft" ? <p class="govuk-body">{words.isDraft}</p> : null}
      {scheme.version < newestVersion ? (
        <p class="govuk-body">
          {words.older} {link(`${path}/${scheme.id}`, words.versionOf({ version: newestVersion }))}
        </p>
      ) : null}
      <SummaryList rows={originOf(text, record)} />
      <h2 class="govuk-heading-m">{text.schemePage.settings}</h2>
      <SummaryList rows={settings} />
      {children}
    </Layout>
  );
}

/** Where a version comes from: who changed, who published it, on what grounds. */
export function originOf(text: Text, record: MadeScheme<unknown> | undefined) {
  const { schemeDraft: words } = text;
  if (!record) return [{ label: text.common.status, value: words.shipped }];
  const { changedBy, changedOn, publishedBy, publishedOn = "", reason } = record;
  return [
    {
      label: text.common.status,
      value: record.status === "draft" ? tag(words.draft, "yellow") : tag(words.published, "green"),
    },
    { label: words.basedOn, value: basedOn(text, record) },
    { label: words.lastChange, value: words.byOn({ by: signerName(text, changedBy), on: changedOn }) },
    ...(publishedBy
      ? [
          {
            label: words.publishedBy,
            value: words.byOn({ by: signerName(text, publishedBy), on: publishedOn }),
          },
        ]
      : []),
    ...(reason ? [{ label: words.reason, value: reason }] : []),
  ];
}

/** A draft always follows a version of its own scheme: the version alone names it. */
function basedOn(text: Text, { basedOn: label }: MadeScheme<unknown>): string {
  return text.schemeDraft.versionOf({ version: Number(label.split("@").at(-1)) });
}
