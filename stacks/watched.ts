import type { MachineName } from "@dunmiao/workflow/deps";
import type { Lambda } from "./functions.ts";
import type { Machine } from "./stateMachine.ts";

/** Everything that is watched. */
export type Watched = {
  table: aws.dynamodb.Table;
  machines: Record<MachineName, Machine>;
  functions: Record<string, Lambda>;
  failed: aws.sqs.Queue;
  api: aws.apigatewayv2.Api;
};
