import type { Actor } from "@dunmiao/domain/actor";
import { readersOf } from "@dunmiao/domain/pair/ground";
import { may } from "@dunmiao/domain/permissions";
import { listPosts, type PostRow } from "@dunmiao/store/concurrentPost";
import type { PairRow } from "@dunmiao/store/pairDirectory";
import { pairsOfPerson } from "@dunmiao/store/pairLists";
import { pairsStoodInFor, type StoodIn } from "@dunmiao/store/pairsOf";
import { mayWithPost } from "../concurrentPost/access.ts";
import type { WebDeps } from "../deps.ts";
import { formatRange } from "../ui/format.ts";
import { link } from "../ui/link.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";

/** What somebody is besides a secondment: pairs of theirs, and concurrent posts. */
export type OfficerRoles = { pairs: OfficerPair[]; posts: PostRow[] };
/** `standsIn`: the days of each time that they lead it in place of its mentor. */
type OfficerPair = PairRow & { standsIn?: StoodIn["days"] };

/**
 * Reads what of it the actor may see: two Queries for the pairs and a GetItem for those in which they stand in, with one
 * for each of these; one Query for the posts.
 */
export async function rolesOfOfficer(
  { store, calendar }: Pick<WebDeps, "store" | "calendar">,
  actor: Actor,
  serviceNumber: string,
): Promise<OfficerRoles> {
  const [pairs, stoodIn, posts] = await Promise.all([
    pairsOfPerson(store, serviceNumber),
    calendar.current().then((current) => pairsStoodInFor({ store, calendar: current }, serviceNumber)),
    listPosts(store),
  ]);
  const standsIn = stoodIn
    .filter(({ pair }) => may(actor, "read-pairs", readersOf(pair)))
    .map(({ row, days }) => ({ ...row, standsIn: days }));
  const isNamed = new Set(standsIn.map(({ id }) => id));
  return {
    pairs: [...pairs.filter((row) => !isNamed.has(row.id) && seesPair(actor, row)), ...standsIn],
    posts: posts.filter(
      (row) => row.officer.serviceNumber === serviceNumber && mayWithPost(actor, "read-posts", row),
    ),
  };
}

/** A pair of theirs is listed here where its own page would open, but to who else stands in for its mentor. */
function seesPair(actor: Actor, { mentor, apprentice }: PairRow): boolean {
  const members = [mentor, apprentice].map(([serviceNumber]) => ({ officer: { serviceNumber } }));
  const units = [mentor, apprentice].flatMap(([, , unit, , branch]) => [{ code: unit }, { code: branch }]);
  return may(actor, "read-pairs", { members, units });
}

/** Both as tables; neither where there is none. */
export function RoleTables({ text, roles: { pairs, posts } }: { text: Text; roles: OfficerRoles }) {
  const words = text.pairPage;
  return (
    <>
      {pairs.length === 0 ? null : (
        <DenseTable
          text={text}
          caption={words.title}
          rows={pairs}
          columns={[
            {
              label: text.pairWork.pair,
              kind: "rowHeader",
              cell: ({ id, mentor: [, mentor], apprentice: [, apprentice] }) =>
                link(`/pairs/${id}`, words.one({ mentor, apprentice })),
            },
            { label: words.term, kind: "date", cell: ({ from, to }) => formatRange(text, from, to) },
            ...(pairs.some(({ standsIn }) => standsIn)
              ? [
                  {
                    label: words.standsInOn,
                    kind: "date" as const,
                    cell: ({ standsIn = [] }: OfficerPair) =>
                      standsIn.map(({ from, to }) => formatRange(text, from, to)).join(text.common.listMark),
                  },
                ]
              : []),
            { label: text.common.status, cell: ({ status }) => words.status[status] },
            {
              label: words.test,
              cell: ({ grade }) => (grade ? text.pairPrint.isPassed[grade[1] ? "true" : "false"] : ""),
            },
          ]}
        />
      )}
      {posts.length === 0 ? null : (
        <DenseTable
          text={text}
          caption={text.postPage.title}
          rows={posts}
          columns={[
            {
              label: text.postPage.place,
              kind: "rowHeader",
              cell: ({ id, place }) => link(`/posts/${id}`, place.name),
            },
            {
              label: words.term,
              kind: "date",
              cell: ({ from, to, ended }) => formatRange(text, from, ended?.on ?? to),
            },
          ]}
        />
      )}
    </>
  );
}
