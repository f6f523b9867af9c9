import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { calendarReader } from "@dunmiao/store/calendarReader";
import { recordKey } from "@dunmiao/store/engine/keys";
import { taskHandlers } from "@dunmiao/workflow/handlers";
import { inAppNotifier } from "@dunmiao/workflow/notifier";
import { type BeforeSending, type StatesApp, statesApp } from "./statesApp.ts";
import { auditExports, cosigners, differences } from "./statesOfExports.ts";
import { facts, lists, spotChecks } from "./statesOfLists.ts";
import { pairs, posts } from "./statesOfPairs.ts";
import { changes, results } from "./statesOfResults.ts";
import { absences, ends, forms, rulings } from "./statesOfTerms.ts";

/** Every state that a clerk meets and that the demonstration has none of, made by requests to the real app, and where they are shown. */
export async function everyState(beforeSending?: BeforeSending) {
  const app = await statesApp(beforeSending);
  const paths: string[] = [];
  for (const make of [
    absences,
    forms,
    rulings,
    ends,
    results,
    changes,
    pairs,
    posts,
    facts,
    lists,
    spotChecks,
    auditExports,
    cosigners,
    differences,
  ])
    paths.push(...(await make(app)));
  await sweep(app);
  await loseUnit(app);
  return { ...app, paths };
}

/** What the workflow does and tells of two people in a night; the messages are kept as they were handed out. */
async function sweep({ store, messages }: StatesApp): Promise<void> {
  const inbox = inAppNotifier(store);
  const today = () => "2026-03-02";
  const tasks = taskHandlers({
    store,
    calendar: calendarReader(store),
    today,
    now: () => "2026-03-02T02:00:00.000Z",
    start: async () => {},
    notifiers: [
      async (message) => {
        if ("secondmentId" in message) messages.push(message);
        await inbox(message);
      },
    ],
  });
  for (const id of ["running-0023", "running-0021", "last-0011", "ended-0004", "own-0041"]) {
    let state = await tasks.decide({ kind: "secondment", id, asOf: today() });
    while (state.step !== "nothing-left") state = await tasks.takeStep(state);
  }
}

/** A row of a list that does not parse any more; its record is whole. */
export async function damageRow({ store }: Pick<StatesApp, "store">, id: string): Promise<void> {
  const { documents, tableName: TableName } = store;
  const { Item } = await documents.send(new GetCommand({ TableName, Key: recordKey("secondment", id) }));
  await documents.send(new PutCommand({ TableName, Item: { ...Item, summary: { name: 1 } } }));
}

/** A unit that records name and nobody finds. */
async function loseUnit({ store }: StatesApp): Promise<void> {
  const { documents, tableName: TableName } = store;
  await documents.send(new DeleteCommand({ TableName, Key: recordKey("unit", "B1-S7") }));
}
