import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { textKey } from "./engine/keys.ts";
import { parseStored } from "./engine/parseStored.ts";
import type { Beside } from "./engine/writes.ts";

const carriedPostsSchema = z.object({
  /** The cohort that had them. */
  from: z.string(),
  posts: z.array(z.object({ station: z.string(), name: z.string(), post: z.string() })),
});
/** Posts that a cohort takes over from the one before it: station code and name, and the post there. */
export type CarriedPosts = z.infer<typeof carriedPostsSchema>;
const itemSchema = z.object({ carried: carriedPostsSchema });

/** The posts of a cohort beside its record: written with it, never again. */
export function carriedPostsWrite(cohortId: string, carried: CarriedPosts): Beside {
  return { put: { ...keyOf(cohortId), carried }, onlyOver: "nothing" };
}

/** What a cohort took over; undefined for one that began on its own. One GetItem. */
export async function loadCarriedPosts(store: Store, cohortId: string): Promise<CarriedPosts | undefined> {
  const { Item } = await store.documents.send(
    new GetCommand({ TableName: store.tableName, Key: keyOf(cohortId), ConsistentRead: true }),
  );
  return Item && parseStored(itemSchema, Item, `posts of cohort ${cohortId}`).carried;
}

function keyOf(cohortId: string) {
  return textKey("cohort", cohortId, "POSTS", "1");
}
