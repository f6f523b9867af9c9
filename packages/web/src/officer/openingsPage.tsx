import type { Opening } from "@dunmiao/domain/opening";
import type { Chrome } from "../ui/chrome.ts";
import { formatInstant } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { Pager } from "../ui/lists.tsx";
import { EmptyState } from "../ui/pieces.tsx";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";

type Props = {
  chrome: Chrome;
  person: { id: string; name: string };
  back: { href: string; label: string };
  openings: readonly Opening[];
  next: string | undefined;
};

const pathOf = {
  officer: "/officers",
  secondment: "/secondments",
  pair: "/pairs",
  post: "/posts",
} as const satisfies Record<Opening["of"]["kind"], string>;

/** Who opened a person's file, newest first. */
export function OpeningsPage({ chrome, person, back, openings, next }: Props) {
  const { text } = chrome;
  const words = text.openingPage;
  return (
    <Layout
      chrome={chrome}
      title={words.title}
      caption={text.common.numbered({ name: person.name, number: person.id })}
      section="units"
      back={back}
    >
      <p class="govuk-body">{words.intro}</p>
      {openings.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <DenseTable
          text={text}
          caption={words.title}
          isCaptionHidden
          rows={openings}
          columns={[
            { label: words.at, kind: "date", cell: ({ at }) => formatInstant(at) },
            {
              label: words.who,
              kind: "rowHeader",
              cell: ({ by, isEmergency }) =>
                signerName(text, by) + (isEmergency ? text.emergencyPage.opening : ""),
            },
            { label: words.why, cell: ({ why }) => text.permissionPage.relation[why] },
            {
              label: words.what,
              cell: ({ of: { kind, id } }) =>
                link(`${pathOf[kind]}/${encodeURIComponent(id)}`, words.of[kind]),
            },
          ]}
        />
      )}
      <Pager text={text} url={chrome.url} next={next} />
    </Layout>
  );
}
