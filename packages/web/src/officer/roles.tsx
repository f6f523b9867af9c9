import type { Actor } from "@dunmiao/domain/actor";
import { may } from "@dunmiao/domain/permissions";
import { listPosts, type PostRow } from "@dunmiao/store/concurrentPost";
import type { Store } from "@dunmiao/store/engine/client";
import type { PairRow } from "@dunmiao/store/pairDirectory";
import { pairsOfPerson } from "@dunmiao/store/pairLists";
import { mayWithPost } from "../concurrentPost/access.ts";
import { formatRange } from "../ui/format.ts";
import { link } from "../ui/link.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";

/** What somebody is besides a secondment: pairs of theirs, and concurrent posts. */
export type OfficerRoles = { pairs: PairRow[]; posts: PostRow[] };

/** Reads what of it the actor may see: two Queries for the pairs, one for the posts. */
export async function rolesOfOfficer(
  store: Store,
  actor: Actor,
  serviceNumber: string,
): Promise<OfficerRoles> {
  const [pairs, posts] = await Promise.all([pairsOfPerson(store, serviceNumber), listPosts(store)]);
  return {
    pairs: pairs.filter((row) => seesPair(actor, row)),
    posts: posts.filter(
      (row) => row.officer.serviceNumber === serviceNumber && mayWithPost(actor, "read-posts", row),
    ),
  };
}

/** A pair is listed here exactly where its own page would open, but to who stands in for its mentor. */
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
