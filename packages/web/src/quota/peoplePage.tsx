import type { Summary } from "@dunmiao/domain/summary";
import type { Units } from "@dunmiao/store/unit";
import type { Page } from "../cursor.ts";
import { besideStatus } from "../secondment/besideStatus.ts";
import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { Pager } from "../ui/lists.tsx";
import { EmptyState } from "../ui/pieces.tsx";
import { type Column, DenseTable } from "../ui/table.ts";
import { statusTag } from "../ui/tag.ts";
import { namesOf } from "../unit/tree.ts";
import type { QuotaPeopleQuery } from "./form.ts";
import { quotaPath } from "./pages.tsx";
import { quotaPeopleHref } from "./peopleHref.ts";

type Props = {
  chrome: Chrome;
  query: QuotaPeopleQuery;
  page: Page<Summary>;
  total: number;
  units: Units;
};

/** Who stands behind a figure of the quota, fifty on a page. */
export function QuotaPeoplePage({ chrome, query, page, total, units }: Props) {
  const { text } = chrome;
  const words = text.quotaPage;
  const { figure, unit, withoutForce } = query;
  const whose = withoutForce ? words.ofNoForce : unit ? namesOf(units, text)(unit) : words.ofAll;
  const title = words.peopleOf[figure]({ whose });
  const at = (cursor: string | undefined) =>
    cursor === undefined ? undefined : quotaPeopleHref({ ...query, cursor });
  return (
    <Layout chrome={chrome} title={title} section="cohorts" back={{ href: quotaPath, label: words.title }}>
      {total === 0 ? (
        <EmptyState title={words.nobody}>{words.nobodyHint}</EmptyState>
      ) : (
        <>
          <DenseTable
            text={text}
            caption={title}
            isCaptionHidden
            columns={columnsOf(chrome)}
            rows={page.items}
          />
          <Pager
            text={text}
            url={chrome.url}
            previous={at(page.previous)}
            next={at(page.next)}
            summary={text.secondmentList.shown({
              from: page.start + 1,
              to: page.start + page.items.length,
              total,
            })}
          />
        </>
      )}
    </Layout>
  );
}

function columnsOf({ text, today }: Chrome): Column<Summary>[] {
  const words = text.secondmentList;
  return [
    { label: words.number, kind: "rowHeader", cell: ({ id, number }) => link(`/secondments/${id}`, number) },
    { label: words.name, kind: "name", cell: ({ name }) => name },
    { label: words.sending, cell: ({ sending }) => sending[1] },
    { label: words.host, cell: ({ branch, station }) => `${branch[1]} · ${station[1]}` },
    { label: words.term, kind: "date", cell: ({ from }) => from },
    {
      label: words.status,
      cell: (each) => [
        statusTag(text, each.status),
        ...besideStatus(text, each, today).flatMap((word) => [" ", word]),
      ],
    },
  ];
}
