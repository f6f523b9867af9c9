/** A task function: a Lambda handler's first argument in, its answer out, both JSON. */
export type Task = (input: unknown) => Promise<unknown>;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** AWS refuses a task result above 256 KiB of UTF-8. */
const LIMIT_BYTES = 262_144;

/**
 * Calls a task as Lambda does: what goes in and comes out has been JSON, and an error becomes its name (what Retry
 * and Catch compare) and, as the cause, JSON with `errorType`, `errorMessage` and `trace`.
 */
export async function callTask(task: Task, input: unknown): Promise<Json> {
  let text: string;
  try {
    text = JSON.stringify((await task(structuredClone(input))) ?? null);
  } catch (thrown) {
    throw asLambdaReports(thrown);
  }
  if (Buffer.byteLength(text) > LIMIT_BYTES) {
    throw named("States.DataLimitExceeded", "The task returned more than 262144 bytes.");
  }
  return JSON.parse(text);
}

function asLambdaReports(thrown: unknown): Error {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const trace = (error.stack ?? "").split("\n");
  return named(error.name, JSON.stringify({ errorType: error.name, errorMessage: error.message, trace }));
}

function named(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
