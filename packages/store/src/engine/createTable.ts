import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ResourceInUseException,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import type { Store } from "./client.ts";
import { keyAttributes, projectedAttributes, table, tableIndexes } from "./table.ts";

/** Creates the table unless it exists and waits (at most 60 s) until it takes requests; safe to repeat. */
export async function createTable(store: Store): Promise<void> {
  if (!(await exists(store))) await create(store);
  await waitUntilTableExists(
    { client: store.documents, maxWaitTime: 60, minDelay: 1, maxDelay: 2 },
    { TableName: store.tableName },
  );
  await expireRows(store);
}

function definition(tableName: string): CreateTableCommandInput {
  const keys = (hash: string, range: string): CreateTableCommandInput["KeySchema"] => [
    { AttributeName: hash, KeyType: "HASH" },
    { AttributeName: range, KeyType: "RANGE" },
  ];
  return {
    TableName: tableName,
    BillingMode: table.billing,
    AttributeDefinitions: keyAttributes.map((name) => ({ AttributeName: name, AttributeType: "S" })),
    KeySchema: keys(table.hashKey, table.rangeKey),
    GlobalSecondaryIndexes: Object.entries(tableIndexes).map(([name, { hash, range }]) => ({
      IndexName: name,
      KeySchema: keys(hash, range),
      Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: [...projectedAttributes] },
    })),
    StreamSpecification: { StreamEnabled: true, StreamViewType: table.streamView },
  };
}

async function exists({ documents, tableName }: Store): Promise<boolean> {
  try {
    await documents.send(new DescribeTableCommand({ TableName: tableName }));
    return true;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  }
}

async function create({ documents, tableName }: Store): Promise<void> {
  try {
    await documents.send(new CreateTableCommand(definition(tableName)));
  } catch (error) {
    // Another process created it between the look and the creation.
    if (!(error instanceof ResourceInUseException)) throw error;
  }
}

async function expireRows({ documents, tableName }: Store): Promise<void> {
  const now = await documents.send(new DescribeTimeToLiveCommand({ TableName: tableName }));
  if (now.TimeToLiveDescription?.TimeToLiveStatus === "ENABLED") return;
  await documents.send(
    new UpdateTimeToLiveCommand({
      TableName: tableName,
      TimeToLiveSpecification: { AttributeName: table.expiryAttribute, Enabled: true },
    }),
  );
}
