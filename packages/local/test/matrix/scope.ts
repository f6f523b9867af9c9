import type { Actor } from "@dunmiao/domain/actor";
import { readersOf } from "@dunmiao/domain/pair/ground";
import { may } from "@dunmiao/domain/permissions";
import { scanTable } from "@dunmiao/operate/scanTable";
import { concurrentPostNoun } from "@dunmiao/store/concurrentPost";
import type { Store } from "@dunmiao/store/engine/client";
import type { Noun, Recorded } from "@dunmiao/store/engine/kinds";
import { loadRecord } from "@dunmiao/store/engine/record";
import { officerNoun } from "@dunmiao/store/officer";
import { pairNoun } from "@dunmiao/store/pair";
import { listPlaces } from "@dunmiao/store/place";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { listUnits } from "@dunmiao/store/unit";

/** Everything that tells who is meant: numbers of people, and ids of their records; and what of it somebody may see; `ownOf`: in any role in which things are theirs. */
export type Known = {
  all: ReadonlySet<string>;
  seenBy: (actor: Actor) => ReadonlySet<string>;
  ownOf: (actor: Actor) => ReadonlySet<string>;
};

/** What is on file of people, and who sees it by the table of permissions. */
export async function knownPeople(store: Store): Promise<Known> {
  const secondments = await recordsOf(store, secondmentNoun);
  const pairs = await recordsOf(store, pairNoun);
  const posts = await recordsOf(store, concurrentPostNoun);
  const officers = await recordsOf(store, officerNoun);
  const units = await listUnits(store);
  const places = new Map((await listPlaces(store)).map(({ id, unit }) => [id, unit]));
  const marks = (isSeen: (seen: Seen) => boolean) =>
    new Set(
      [
        secondments.flatMap((each) =>
          isSeen({ act: "read-secondment", subject: each }) ? [each.id, each.officer.serviceNumber] : [],
        ),
        pairs.flatMap((each) =>
          isSeen({ act: "read-pairs", subject: readersOf(each) })
            ? [
                each.id,
                ...(readersOf(each).members ?? []).map(({ officer }) => officer.serviceNumber),
                // The secondments that took one of the two away.
                ...[...each.mentorAway, ...(each.pauses ?? [])].flatMap(({ source }) => source ?? []),
              ]
            : [],
        ),
        posts.flatMap(({ id, officer, unit, branch, place }) => {
          const of = { officer, unit: { code: unit.code, parent: branch } };
          const code = places.get(place.code) ?? "";
          // Whoever answers for an area sees who comes to its places, also from elsewhere.
          const at = { unit: { code, parent: units.get(code)?.parent } };
          const isShown =
            isSeen({ act: "read-posts", subject: of }) || isSeen({ act: "read-coverage", subject: at });
          return isShown ? [id, officer.serviceNumber] : [];
        }),
        officers.flatMap(({ id, homeUnit, mergedInto }) => {
          const unit = { code: homeUnit, parent: units.get(homeUnit)?.parent };
          return isSeen({
            act: "read-people",
            subject: { officer: { serviceNumber: mergedInto ?? id }, unit },
          })
            ? [id]
            : [];
        }),
      ].flat(),
    );
  return {
    all: marks(() => true),
    seenBy: (actor) => marks(({ act, subject }) => may(actor, act, subject)),
    ownOf: (actor) =>
      marks(({ act, subject }) =>
        (["officer", "mentor"] as const).some((role) => may({ ...actor, role }, act, subject)),
      ),
  };
}
type Seen = { act: Parameters<typeof may>[1]; subject: Parameters<typeof may>[2] };

async function recordsOf<R extends Recorded>(store: Store, noun: Noun<R>): Promise<R[]> {
  const found: R[] = [];
  const prefix = `${noun.kind.toUpperCase()}#`;
  const which = {
    FilterExpression: "begins_with(pk, :kind) AND sk = :record",
    ExpressionAttributeValues: { ":kind": prefix, ":record": "RECORD" },
    ProjectionExpression: "pk, sk",
  };
  for await (const { pk } of scanTable(store, which)) {
    const record = await loadRecord(store, noun, pk.slice(prefix.length));
    if (record) found.push(record);
  }
  return found;
}

/** The people and records that an answer names: by number, by the id of a record, by the name that goes with a number. */
export function namedIn(answer: string, { all }: Known): ReadonlySet<string> {
  const words = answer.match(/学员\d{4}|[\w-]+/g) ?? [];
  return new Set(words.map((word) => word.replace("学员", "")).filter((word) => all.has(word)));
}
