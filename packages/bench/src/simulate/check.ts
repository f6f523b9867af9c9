import { GetCommand } from "@aws-sdk/lib-dynamodb";
import type { Store } from "@dunmiao/store/engine/client";
import { recordKey } from "@dunmiao/store/engine/keys";
import { loadRecord } from "@dunmiao/store/engine/record";
import { cohortSummaries, secondmentNoun } from "@dunmiao/store/secondment";
import { verifyRecord } from "@dunmiao/store/verify/verify";
import { itemBytes } from "../itemSize.ts";
import { type Account, addOne, addRecord, emptyAccount, sumOf } from "./account.ts";
import { inParallel } from "./year.ts";

/** Chains replayed in full; the record of everyone is read and held against the lists. */
const chains = 224;

/** Reads everything back and adds it up; what does not reconcile is among the faults. */
export async function accountOf(
  store: Store,
  of: { ids: readonly string[]; further: readonly string[]; cohorts: readonly string[]; today: string },
): Promise<Account & { largestBytes: number }> {
  const account = emptyAccount();
  let largestBytes = 0;
  await inParallel([...of.ids, ...of.further], async (id) => {
    const record = await loadRecord(store, secondmentNoun, id);
    if (!record) throw new Error(`no secondment ${id}`);
    addRecord(account, record, of.today);
    largestBytes = Math.max(largestBytes, await bytesOf(store, id));
  });
  await checkLists(store, of.cohorts, account);
  checkTotals(account, of);
  await inParallel([...of.ids, ...of.further].slice(0, chains), async (id) => {
    const broken = await verifyRecord(store, { kind: "secondment", id });
    if (broken?.length !== 0) account.faults.push(`${id}: the chain of its events is broken`);
  });
  return { ...account, largestBytes };
}

async function bytesOf(store: Store, id: string): Promise<number> {
  const Key = recordKey("secondment", id);
  const { Item = {} } = await store.documents.send(new GetCommand({ TableName: store.tableName, Key }));
  return itemBytes(Item);
}

/** The lists of the cohorts hold the same people in the same statuses. */
async function checkLists(store: Store, cohorts: readonly string[], account: Account): Promise<void> {
  const listed = new Map<string, number>();
  for (const cohort of cohorts)
    for (const { status } of await cohortSummaries(store, cohort)) addOne(listed, status);
  for (const status of new Set([...listed.keys(), ...account.statuses.keys()]))
    if (listed.get(status) !== account.statuses.get(status))
      account.faults.push(
        `${status}: ${listed.get(status) ?? 0} in lists, ${account.statuses.get(status) ?? 0} records`,
      );
}

function checkTotals(
  account: Account,
  { ids, further }: { ids: readonly string[]; further: readonly string[] },
) {
  const fault = (what: string) => account.faults.push(what);
  const out = sumOf(account.statuses);
  if (out !== ids.length + further.length)
    fault(`${ids.length + further.length} people in, ${out} by status out`);
  const { inForce } = account.rulings;
  const ruled = (account.statuses.get("recognised") ?? 0) + (account.statuses.get("not-recognised") ?? 0);
  if (inForce !== ruled) fault(`${ruled} ruled, ${inForce} rulings in force`);
  const granted = account.extensions.get("granted") ?? 0;
  if (granted !== further.length) fault(`${granted} further terms granted, ${further.length} begun`);
}
