import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { nameOutage, type Outage, outageOf } from "./outage.ts";
import { signing } from "./signing.ts";

/** Where records live: a client that speaks plain objects, and the table. */
export type Store = { readonly documents: DynamoDBDocumentClient; readonly tableName: string };

type Opening = {
  tableName: string;
  client?: DynamoDBClient;
  /** Told of every request that an outage ended, after the SDK's own retries. */
  onOutage?: (outage: Outage) => void;
};

/**
 * Opens the table `tableName`. Region, credentials and endpoint come from the SDK's own environment variables
 * (`AWS_ENDPOINT_URL_DYNAMODB` points at a local engine); nothing is sent before the first request. A broken connection
 * and a full disk are thrown under their own names (outage.ts).
 */
export function openStore({ tableName, client, onOutage }: Opening): Store {
  const documents = DynamoDBDocumentClient.from(client ?? newClient(), {
    marshallOptions: { removeUndefinedValues: true },
  });
  // It copies every answer for a log that nobody writes: a fifth of what a list costs.
  documents.middlewareStack.removeByTag("LOGGER");
  documents.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (thrown) {
        const error = nameOutage(thrown);
        const outage = outageOf(error);
        if (outage) onOutage?.(outage);
        throw error;
      }
    },
    // Outside the SDK's own retries.
    { step: "initialize", priority: "high", name: "nameOutage", override: true },
  );
  return { documents, tableName };
}

/** How long one request may hang, in milliseconds, unless `STORE_PATIENCE_MS` says otherwise. */
const patienceMs = 8_000;

/**
 * Connections are kept alive by the SDK's default; a request that hangs is given up, which the SDK does only when told.
 * An engine on a machine that has much else to do may be told more patience (`STORE_PATIENCE_MS`): what fifty writers
 * sent at once would otherwise end at once, and their retries use up the SDK's allowance.
 */
function newClient(): DynamoDBClient {
  const requestTimeout = Number(process.env.STORE_PATIENCE_MS) || patienceMs;
  return new DynamoDBClient({
    ...signing(),
    maxAttempts: 5,
    requestHandler: { connectionTimeout: 2_000, requestTimeout, throwOnRequestTimeout: true },
  });
}
