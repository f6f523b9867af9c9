import {
  BatchWriteItemCommand,
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  PutItemCommand,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";

/** A table with a stream that holds nothing of the product, and ways to write to it. */
export async function createThrowawayTable(endpoint: string, tableName: string) {
  const client = new DynamoDBClient({
    endpoint,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" },
    }),
  );
  const put = (pk: string) =>
    client.send(new PutItemCommand({ TableName: tableName, Item: { pk: { S: pk } } }));
  /** At most 25 at once. */
  const putMany = (pks: string[]) => {
    const requests = pks.map((pk) => ({ PutRequest: { Item: { pk: { S: pk } } } }));
    return client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: requests } }));
  };
  /** A round trip that changes nothing. */
  const ask = () => client.send(new DescribeTableCommand({ TableName: tableName }));
  const keys = async () => {
    const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
    return Items.map(({ pk }) => pk?.S);
  };
  return { put, putMany, ask, keys };
}
