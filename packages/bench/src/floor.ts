import { randomUUID } from "node:crypto";
import { GetCommand, QueryCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { Store } from "@dunmiao/store/engine/client";
import { eventKey, partitionOf, recordKey, sessionKey } from "@dunmiao/store/engine/keys";
import { type Context, Hono } from "hono";
import { getCookie } from "hono/cookie";
import * as z from "zod";
import { sessionCookie } from "./product.ts";

/** How many bytes the product answered, and what it wrote: the floor does the same. */
export const floorBodiesSchema = z.object({
  listHtml: z.int(),
  listJson: z.int(),
  secondmentHtml: z.int(),
  secondmentJson: z.int(),
  absenceJson: z.int(),
  cohortId: z.string(),
  /** An absence and an event as the product stores them. */
  absence: z.record(z.string(), z.unknown()),
  event: z.record(z.string(), z.unknown()),
});
export type FloorBodies = z.infer<typeof floorBodiesSchema>;

/** As the product stores it: the record is a text, which the floor reads and writes as well. */
const itemSchema = z.looseObject({ version: z.number(), record: z.string() });
const recordSchema = z.looseObject({ version: z.number(), absences: z.array(z.unknown()) });

/** The least that a server can do: the product's engine requests through the same client, its bytes, and nothing else. */
export function floorApp(store: Store, bodies: FloorBodies): Hono {
  const app = new Hono();
  const of = (bytes: number) => "x".repeat(bytes);
  const list = { html: of(bodies.listHtml), json: of(bodies.listJson) };
  const secondment = { html: of(bodies.secondmentHtml), json: of(bodies.secondmentJson) };
  const absence = of(bodies.absenceJson);
  app.get("/secondments", async (c) => {
    await readSession(c, store);
    await queryCohort(store, bodies.cohortId);
    return answer(c, list);
  });
  app.get("/secondments/:id", async (c) => {
    await readSession(c, store);
    await queryRecord(store, c.req.param("id"));
    return answer(c, secondment);
  });
  app.post("/secondments/:id/absences", async (c) => {
    await readSession(c, store);
    await c.req.json();
    await addAbsence(store, c.req.param("id"), bodies);
    return c.body(absence, 201, { "Content-Type": "application/json" });
  });
  return app;
}

function answer(c: Context, body: { html: string; json: string }) {
  if (c.req.header("Accept")?.includes("text/html")) return c.html(body.html);
  return c.body(body.json, 200, { "Content-Type": "application/json" });
}

function readSession(c: Context, { documents, tableName: TableName }: Store) {
  const Key = sessionKey(getCookie(c, sessionCookie) ?? "");
  return documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
}

function queryCohort({ documents, tableName: TableName }: Store, cohortId: string) {
  return documents.send(
    new QueryCommand({
      TableName,
      IndexName: "byCohort",
      KeyConditionExpression: "#hash = :hash",
      ExpressionAttributeNames: { "#hash": "cohortId" },
      ExpressionAttributeValues: { ":hash": cohortId },
      Limit: 2_500,
    }),
  );
}

function queryRecord({ documents, tableName: TableName }: Store, id: string) {
  return documents.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
      ExpressionAttributeValues: { ":pk": partitionOf("secondment", id), ":from": "EVENT#", ":to": "RECORD" },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: 27,
    }),
  );
}

async function addAbsence(
  { documents, tableName: TableName }: Store,
  id: string,
  { absence, event }: FloorBodies,
) {
  const Key = recordKey("secondment", id);
  const { Item } = await documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  const { record: text, version: seen, ...item } = itemSchema.parse(Item);
  const record = recordSchema.parse(JSON.parse(text));
  const version = seen + 1;
  const after = { ...record, version, absences: [...record.absences, absence] };
  const over = { ReturnValuesOnConditionCheckFailure: "ALL_OLD" } as const;
  const putRecord = {
    TableName,
    Item: { ...item, version, record: JSON.stringify(after) },
    ConditionExpression: "#version = :seen",
    ExpressionAttributeNames: { "#version": "version" },
    ExpressionAttributeValues: { ":seen": seen },
    ...over,
  };
  const putEvent = {
    TableName,
    Item: { ...eventKey("secondment", id, version), event: JSON.stringify(event) },
    ConditionExpression: "attribute_not_exists(pk)",
    ...over,
  };
  const TransactItems = [{ Put: putRecord }, { Put: putEvent }];
  await documents.send(new TransactWriteCommand({ ClientRequestToken: randomUUID(), TransactItems }));
}
