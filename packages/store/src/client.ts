import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** Where records live: a client that speaks plain objects, and the table. */
export type Store = { readonly documents: DynamoDBDocumentClient; readonly tableName: string };

/**
 * Opens the table `tableName`. Region, credentials and endpoint come from the SDK's own environment variables
 * (`AWS_ENDPOINT_URL_DYNAMODB` points at a local engine); nothing is sent before the first request.
 */
export function openStore({ tableName, client }: { tableName: string; client?: DynamoDBClient }): Store {
  const documents = DynamoDBDocumentClient.from(client ?? newClient(), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return { documents, tableName };
}

/** Connections are kept alive by the SDK's default; a request that hangs is given up well before Lambda is. */
function newClient(): DynamoDBClient {
  return new DynamoDBClient({
    maxAttempts: 5,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 8_000 },
  });
}
