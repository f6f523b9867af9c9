import { randomUUID } from "node:crypto";
import * as z from "zod";
import { type Execution, executionStatuses } from "./executionStore.ts";
import type { StateMachines } from "./stateMachines.ts";
import { executionArn, executionOf, machineOf, stateMachineArn } from "./stepFunctionsArn.ts";

/** What goes over the wire: the answer, or a refusal by the error names of AWS. Instants are seconds since 1970. */
export type ApiAnswer = { ok: true; body: object } | { ok: false; type: string; message: string };

const startInput = z.object({
  stateMachineArn: z.string(),
  name: z.string().optional(),
  input: z.string().default("{}"),
});
const describeInput = z.object({ executionArn: z.string() });
const listInput = z.object({
  stateMachineArn: z.string(),
  statusFilter: z.enum(executionStatuses).optional(),
  maxResults: z.int().min(0).max(1_000).optional(),
  nextToken: z.string().optional(),
});

/** Answers one call of the Step Functions API as AWS does. */
export function answerCall(machines: StateMachines, operation: string, body: unknown): ApiAnswer {
  switch (operation) {
    case "StartExecution":
      return parsed(startInput, body, (input) => startExecution(machines, input));
    case "DescribeExecution":
      return parsed(describeInput, body, (input) => describeExecution(machines, input.executionArn));
    case "ListExecutions":
      return parsed(listInput, body, (input) => listExecutions(machines, input));
    default:
      return refused("UnknownOperationException", `${operation} is not served here.`);
  }
}

function parsed<S extends z.ZodType>(
  schema: S,
  body: unknown,
  next: (input: z.output<S>) => ApiAnswer,
): ApiAnswer {
  const input = schema.safeParse(body);
  return input.success ? next(input.data) : refused("ValidationException", z.prettifyError(input.error));
}

function refused(type: string, message: string): ApiAnswer {
  return { ok: false, type, message };
}

/** 1 to 80 characters; no blanks, brackets, wildcards, control characters or any of " # % \ ^ | ~ ` $ & , ; : / */
const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u;

function startExecution(machines: StateMachines, request: z.output<typeof startInput>): ApiAnswer {
  const machine = machineOf(request.stateMachineArn);
  if (machine === undefined) return refused("InvalidArn", `Invalid Arn: ${request.stateMachineArn}`);
  if (!machines.has(machine)) return noSuchMachine(request.stateMachineArn);
  const name = request.name ?? randomUUID();
  if (!NAME.test(name)) return refused("InvalidName", `Invalid Name: '${name}'`);
  if (!isJson(request.input)) return refused("InvalidExecutionInput", "The input is not JSON, or too long.");
  const arn = executionArn(machine, name);
  const earlier = machines.store.find(machine, name);
  if (earlier && (earlier.status !== "RUNNING" || earlier.input !== request.input)) {
    return refused("ExecutionAlreadyExists", `Execution Already Exists: '${arn}'`);
  }
  const startedAt = earlier ? earlier.startedAt : machines.start(machine, name, request.input);
  return { ok: true, body: { executionArn: arn, startDate: startedAt / 1_000 } };
}

function isJson(input: string): boolean {
  try {
    JSON.parse(input);
    return Buffer.byteLength(input) <= 262_144;
  } catch {
    return false;
  }
}

function noSuchMachine(arn: string): ApiAnswer {
  return refused("StateMachineDoesNotExist", `State Machine Does Not Exist: '${arn}'`);
}

function describeExecution(machines: StateMachines, arn: string): ApiAnswer {
  const wanted = executionOf(arn);
  if (!wanted) return refused("InvalidArn", `Invalid Arn: ${arn}`);
  const found = machines.store.find(wanted.machine, wanted.name);
  if (!found) return refused("ExecutionDoesNotExist", `Execution Does Not Exist: '${arn}'`);
  const { input, output, error, cause } = found;
  const ending = Object.entries({ output, error, cause }).filter(([, value]) => value !== null);
  return { ok: true, body: { ...headOf(found), input, ...Object.fromEntries(ending) } };
}

function listExecutions(machines: StateMachines, request: z.output<typeof listInput>): ApiAnswer {
  const machine = machineOf(request.stateMachineArn);
  if (machine === undefined) return refused("InvalidArn", `Invalid Arn: ${request.stateMachineArn}`);
  if (!machines.has(machine)) return noSuchMachine(request.stateMachineArn);
  const before = request.nextToken === undefined ? Number.MAX_SAFE_INTEGER : Number(request.nextToken);
  if (!Number.isSafeInteger(before)) return refused("InvalidToken", `Invalid Token: '${request.nextToken}'`);
  const size = request.maxResults || 100;
  const found = machines.store.list(machine, request.statusFilter, before, size + 1);
  const page = found.slice(0, size);
  const nextToken = found.length > size ? { nextToken: String(page.at(-1)?.id) } : {};
  return { ok: true, body: { executions: page.map(headOf), ...nextToken } };
}

function headOf({ machine, name, status, startedAt, stoppedAt }: Execution) {
  return {
    executionArn: executionArn(machine, name),
    stateMachineArn: stateMachineArn(machine),
    name,
    status,
    startDate: startedAt / 1_000,
    ...(stoppedAt !== null && { stopDate: stoppedAt / 1_000 }),
  };
}
