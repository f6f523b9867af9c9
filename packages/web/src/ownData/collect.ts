import type { Account } from "@dunmiao/domain/account";
import type { Actor } from "@dunmiao/domain/actor";
import type { ConcurrentPost } from "@dunmiao/domain/concurrentPost";
import type { DataRequest } from "@dunmiao/domain/dataRequest";
import type { Officer } from "@dunmiao/domain/officer";
import type { Opening } from "@dunmiao/domain/opening";
import type { Pair } from "@dunmiao/domain/pair";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { Summary } from "@dunmiao/domain/summary";
import { accountNoun } from "@dunmiao/store/account";
import { concurrentPostNoun, listPosts } from "@dunmiao/store/concurrentPost";
import type { Store } from "@dunmiao/store/engine/client";
import type { Noun, Recorded } from "@dunmiao/store/engine/kinds";
import { byOfficer } from "@dunmiao/store/engine/lists";
import { loadRecord } from "@dunmiao/store/engine/record";
import { officerNoun } from "@dunmiao/store/officer";
import { listOpenings } from "@dunmiao/store/opening";
import { pairNoun } from "@dunmiao/store/pair";
import { pairsLearnt, pairsLed } from "@dunmiao/store/pairsOf";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { storedSummarySchema } from "@dunmiao/store/summaryText";
import { everyPage } from "../sheet/everyPage.ts";

/** Everything on file of one person; `counts` as lists show them, `requests` of every number, oldest first. */
export type OwnData = {
  readonly officer: Officer | undefined;
  readonly requests: readonly DataRequest[];
  readonly secondments: readonly Secondment[];
  readonly counts: readonly Summary[];
  readonly pairs: readonly Pair[];
  readonly posts: readonly ConcurrentPost[];
  readonly account: Account | undefined;
  readonly openings: readonly Opening[];
};

/** Reads it for the person who asks, under every number that was merged; undefined where no number is known. */
export async function collectOwnData(store: Store, actor: Actor): Promise<OwnData | undefined> {
  const { serviceNumber, mergedNumbers = [] } = actor;
  if (serviceNumber === undefined) return undefined;
  const numbers = [serviceNumber, ...mergedNumbers];
  const [people, account, terms, pairs, allPosts, openings] = await Promise.all([
    loadAll(
      store,
      officerNoun,
      numbers.map((id) => ({ id })),
    ),
    actor.assignment === undefined ? undefined : loadRecord(store, accountNoun, actor.id),
    eachOf(numbers, async (number) => (await byOfficer(store, number, storedSummarySchema)).rows),
    eachOf(numbers, async (number) => [
      ...(await pairsLed(store, number)),
      ...(await pairsLearnt(store, number, "")),
    ]),
    listPosts(store),
    everyPage(
      async (before: string | undefined) => {
        const page = await listOpenings(store, numbers, { before });
        return { items: page.openings, next: page.next };
      },
      { from: undefined, isWhole: true },
    ),
  ]);
  const posts = allPosts.filter(({ officer: of }) => numbers.includes(of.serviceNumber));
  return {
    officer: people.find(({ id }) => id === serviceNumber),
    requests: people
      .flatMap(({ requests = [] }) => requests)
      .toSorted((one, other) => (one.askedOn < other.askedOn ? -1 : 1)),
    account,
    counts: terms.map(({ summary }) => summary),
    secondments: await loadAll(store, secondmentNoun, terms),
    pairs: await loadAll(store, pairNoun, pairs),
    posts: await loadAll(store, concurrentPostNoun, posts),
    openings: openings.items,
  };
}

async function eachOf<T>(
  numbers: readonly string[],
  read: (number: string) => Promise<readonly T[]>,
): Promise<T[]> {
  return (await Promise.all(numbers.map(read))).flat();
}

async function loadAll<R extends Recorded>(
  store: Store,
  noun: Noun<R>,
  rows: readonly { id: string }[],
): Promise<R[]> {
  const ids = [...new Set(rows.map(({ id }) => id))];
  const found = await Promise.all(ids.map((id) => loadRecord(store, noun, id)));
  return found.flatMap((each) => each ?? []);
}
