import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { Hono } from "hono";
import { handle } from "hono/aws-lambda";

const TableName = process.env.TABLE_NAME ?? "";
const documents = DynamoDBDocumentClient.from(
  new DynamoDBClient({
    maxAttempts: 5,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 8_000 },
  }),
);
const app = new Hono();
app.get("/:id", async (c) => {
  const Key = { pk: c.req.param("id"), sk: "RECORD" };
  return c.json((await documents.send(new GetCommand({ TableName, Key }))).Item ?? {});
});

/** What any web function on this stack needs at least: the router and the database client. */
export const handler = handle(app);
