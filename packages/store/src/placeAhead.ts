import { plainPost } from "@dunmiao/domain/plainText";
import type { SecondmentPlan } from "@dunmiao/domain/term/planSecondment";
import { loadItems } from "./engine/batchGet.ts";
import { type Claims, claimOf } from "./engine/claims.ts";
import type { Store } from "./engine/client.ts";
import { type Key, officerClaimKey, postClaimKey, recordKey } from "./engine/keys.ts";

type Row = Pick<SecondmentPlan, "officer" | "hostStation" | "post">;
/** By number, of people who were not on file: what their secondment claims. Whoever is missing is to be read alone. */
export type ReadAhead = ReadonlyMap<string, Claims>;

/**
 * Reads for many rows at once whether their people are on file, and who holds their posts: two keys a row, 100 a
 * BatchGetItem. Whoever is not on file has no claim and no pair either, and the transaction that puts them there holds
 * all of it: it fails where somebody else did in between.
 */
export async function readAhead(store: Store, rows: readonly Row[]): Promise<ReadAhead> {
  const keyed = rows.map((row) => ({
    number: row.officer.serviceNumber,
    officer: recordKey("officer", row.officer.serviceNumber),
    post: postClaimKey(row.hostStation, plainPost(row.post)),
  }));
  const keys = new Map(
    keyed.flatMap(({ officer, post }) => [officer, post]).map((key) => [nameOf(key), key]),
  );
  const items = await loadItems(store, [...keys.values()]);
  const found = new Map(items.map((item) => [nameOf({ pk: String(item.pk), sk: String(item.sk) }), item]));
  return new Map(
    keyed
      .filter(({ officer }) => !found.has(nameOf(officer)))
      .map(({ number, post }) => [
        number,
        {
          officer: claimOf("officer", officerClaimKey(number)),
          post: claimOf("post", post, found.get(nameOf(post))),
        },
      ]),
  );
}

function nameOf({ pk, sk }: Key): string {
  return `${pk} ${sk}`;
}
