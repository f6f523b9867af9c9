import type { Resource } from "../synth/main.ts";
import type { Synth } from "../synth/synthesize.ts";

/** A rule answers what breaks it; nothing when all is well. */
type Rule = (synth: Synth) => string[];
export type Rules = Readonly<Record<string, Rule>>;
// biome-ignore lint/suspicious/noExplicitAny: inputs of resources are as varied as AWS
type Loose = any;

/** Resources of one type, by the short name of the type (`dynamodb/table:Table`). */
export function all(synth: Synth, type: string): (Resource & { inputs: Loose })[] {
  return synth.resources.filter((each) => each.type === `aws:${type}`);
}

/** The one resource of a type. @throws Error when there is none or more than one */
export function one(synth: Synth, type: string, name?: string): Resource & { inputs: Loose } {
  const found = all(synth, type).filter((each) => name === undefined || each.name === name);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} of ${type} ${name ?? ""}`);
  return found[0];
}

export type Statement = {
  Sid?: string;
  Effect: string;
  Principal?: Loose;
  Action: string[];
  Resource: string[];
  Condition?: Loose;
};

/** The statements of a policy document, with lists where one text may stand. */
export function statementsOf(policy: string): Statement[] {
  const list = (value: string | string[]) => (Array.isArray(value) ? value : [value]);
  return JSON.parse(policy).Statement.map((each: Loose) => ({
    ...each,
    Action: list(each.Action ?? []),
    Resource: list(each.Resource ?? []),
  }));
}

/** Every role with its own statements and its trust. */
export function roles(synth: Synth) {
  const policies = all(synth, "iam/rolePolicy:RolePolicy");
  return all(synth, "iam/role:Role").map((role) => ({
    name: String(role.inputs.name),
    inputs: role.inputs,
    trust: statementsOf(role.inputs.assumeRolePolicy),
    statements: policies
      .filter(({ inputs }) => inputs.role === role.inputs.name)
      .flatMap(({ inputs }) => statementsOf(inputs.policy)),
  }));
}

/** The role of a function, by the function's name without app and stage. */
export function roleOf(synth: Synth, name: string) {
  const full = nameIn(synth, name);
  const found = roles(synth).find((role) => role.name === full);
  if (!found) throw new Error(`no role ${full}`);
  return found;
}

export function nameIn({ app }: Synth, name: string): string {
  return `${app.name}-${app.stage}-${name}`;
}

/** What differs, as one violation; nothing when both are the same. */
export function same(what: string, actual: unknown, expected: unknown): string[] {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  return is === should ? [] : [`${what} is ${is}, not ${should}`];
}

/** One violation when it does not hold. */
export function must(holds: boolean, what: string): string[] {
  return holds ? [] : [what];
}
