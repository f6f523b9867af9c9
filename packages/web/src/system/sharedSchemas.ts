type Json = { readonly [member: string]: unknown };
type Shared = { paths: Json; schemas: Record<string, unknown> };

/** Shorter than a reference would be worth. */
const leastLength = 60;

/**
 * Says once what many bodies have: every member of the same name and form that stands in more than one place becomes a
 * schema of its own, named after the member (`seen` → `Seen`; `Date2` where another form has the name already).
 */
export function shareSchemas(paths: Json): Shared {
  const names = namesOf(membersOf(paths));
  const schemas: Record<string, unknown> = {};
  const rewrite = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rewrite);
    if (!isJson(value)) return value;
    const name = names.get(JSON.stringify(value));
    if (name === undefined) return rewriteMembers(value);
    schemas[name] ??= rewriteMembers(value);
    return { $ref: `#/components/schemas/${name}` };
  };
  const rewriteMembers = (value: Json): Json =>
    Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rewrite(each)]));
  return { paths: rewriteMembers(paths), schemas };
}

/** Every member of an object schema under `value`, by its name. */
function membersOf(value: unknown): [name: string, form: string][] {
  if (Array.isArray(value)) return value.flatMap(membersOf);
  if (!isJson(value)) return [];
  const own = isJson(value.properties) ? Object.entries(value.properties) : [];
  return [
    ...own.map(([name, schema]): [string, string] => [name, JSON.stringify(schema)]),
    ...Object.values(value).flatMap(membersOf),
  ];
}

/** The name of each form that stands in several places, under the name that it has first. */
function namesOf(members: readonly [name: string, form: string][]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const [, form] of members) counts.set(form, (counts.get(form) ?? 0) + 1);
  const names = new Map<string, string>();
  const taken = new Map<string, number>();
  for (const [member, form] of members) {
    if (names.has(form) || form.length < leastLength || (counts.get(form) ?? 0) < 2) continue;
    const name = `${member.slice(0, 1).toUpperCase()}${member.slice(1)}`;
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    names.set(form, before === 0 ? name : `${name}${before + 1}`);
  }
  return names;
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
