const prefix = "arn:aws:states:local:000000000000";

/** The ARN by which the local server knows a state machine. */
export function stateMachineArn(machine: string): string {
  return `${prefix}:stateMachine:${machine}`;
}

export function executionArn(machine: string, name: string): string {
  return `${prefix}:execution:${machine}:${name}`;
}

/** The state machine's name, `undefined` when the text is no ARN of a local state machine. */
export function machineOf(arn: string): string | undefined {
  const start = stateMachineArn("");
  return arn.startsWith(start) ? arn.slice(start.length) : undefined;
}

/** The machine and execution names, `undefined` when the text is no ARN of a local execution. */
export function executionOf(arn: string): { machine: string; name: string } | undefined {
  const start = `${prefix}:execution:`;
  const [machine, name, ...rest] = arn.startsWith(start) ? arn.slice(start.length).split(":") : [];
  return machine && name && rest.length === 0 ? { machine, name } : undefined;
}
