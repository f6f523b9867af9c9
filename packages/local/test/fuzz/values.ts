import * as z from "zod";
import type { Random } from "../../src/demo/random.ts";

/** As much of a JSON schema as the product's description uses. */
export type Schema = z.infer<typeof baseSchema> & {
  properties?: Record<string, Schema> | undefined;
  items?: Schema | undefined;
  anyOf?: Schema[] | undefined;
  oneOf?: Schema[] | undefined;
  additionalProperties?: Schema | boolean | undefined;
  propertyNames?: Schema | undefined;
};
const baseSchema = z.object({
  $ref: z.string().optional(),
  type: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  maximum: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  required: z.array(z.string()).optional(),
});
export const schemaSchema: z.ZodType<Schema> = baseSchema.extend({
  get properties() {
    return z.record(z.string(), schemaSchema).optional();
  },
  get items() {
    return schemaSchema.optional();
  },
  get anyOf() {
    return z.array(schemaSchema).optional();
  },
  get oneOf() {
    return z.array(schemaSchema).optional();
  },
  get additionalProperties() {
    return z.union([schemaSchema, z.boolean()]).optional();
  },
  get propertyNames() {
    return schemaSchema.optional();
  },
});

/** `shared`: the schemas that others refer to; `words`: what strings are taken from where their pattern lets them. */
export type Source = { random: Random; shared: Readonly<Record<string, Schema>>; words: readonly string[] };

/** A value that a schema lets through, as far as its words allow; what may be left out is left out half of the time. */
export function valueFor(schema: Schema, source: Source, depth = 0): unknown {
  const { random, shared } = source;
  const named = schema.$ref === undefined ? undefined : shared[schema.$ref.replace(/^.*\//, "")];
  if (named) return valueFor(named, source, depth);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return random.pick(schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return valueFor(random.pick(either), source, depth);
  switch (schema.type) {
    case "object":
      return objectOf(schema, source, depth);
    case "array": {
      const { items = {}, minItems = 0, maxItems = 3 } = schema;
      const length = random.whole(Math.min(minItems, 3), Math.min(maxItems, Math.max(minItems, 3)));
      return Array.from({ length }, () => valueFor(items, source, depth + 1));
    }
    case "boolean":
      return random.chance(0.5);
    case "integer":
    case "number":
      return numberOf(schema, random);
    case "string":
      return stringOf(schema, source);
    default:
      return null;
  }
}

function objectOf(schema: Schema, source: Source, depth: number): object {
  const { properties = {}, required = [], additionalProperties: more } = schema;
  const { random } = source;
  const wanted = Object.entries(properties).filter(
    ([name]) => required.includes(name) || (depth < 4 && random.chance(0.5)),
  );
  const named = wanted.map(([name, each]): [string, unknown] => [name, valueFor(each, source, depth + 1)]);
  if (typeof more !== "object" || depth > 3) return Object.fromEntries(named);
  const name = schema.propertyNames ? String(valueFor(schema.propertyNames, source, depth + 1)) : "key";
  return Object.fromEntries([...named, [name, valueFor(more, source, depth + 1)]]);
}

function numberOf({ minimum, exclusiveMinimum, maximum }: Schema, random: Random): number {
  const least = minimum ?? (exclusiveMinimum ?? -1) + 1;
  return random.whole(least, Math.max(least, Math.min(maximum ?? least + 40, least + 40)));
}

function stringOf({ pattern, format, minLength = 0, maxLength = 10_000 }: Schema, source: Source): string {
  const { random, words } = source;
  const isFit = new RegExp(pattern ?? (format === "date" ? "^\\d{4}-\\d\\d-\\d\\d$" : ""), "u");
  const fit = words.filter((word) => word.length <= maxLength && isFit.test(word));
  const word = fit.length > 0 ? random.pick(fit) : "1";
  return pattern === undefined ? word.padEnd(Math.min(minLength, 300), "文") : word;
}

/** What nobody should send: `any` in the place of a right value. */
export const nonsense: readonly unknown[] = [
  null,
  "",
  " ",
  0,
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER,
  true,
  [],
  {},
  [[]],
  "文".repeat(5_000),
  "\u0000",
  "\ud800",
  "\u202e#%",
  "__proto__",
  "constructor",
  "../../etc",
  "2026-02-30",
  "9999-12-31",
  "0000-01-01",
  "9".repeat(400),
  { __proto__: null, toString: 1 },
  { $ref: "#" },
];

/** The same value with one of its parts replaced by nonsense, taken out, or with a member more. */
export function spoilt(value: unknown, random: Random): unknown {
  if (typeof value !== "object" || value === null || random.chance(0.1)) return random.pick(nonsense);
  if (Array.isArray(value)) {
    if (value.length === 0 || random.chance(0.2))
      return Array.from({ length: random.pick([0, 1, 30, 400]) }, () => value[0] ?? random.pick(nonsense));
    const at = random.whole(0, value.length - 1);
    return value.map((each, index) => (index === at ? spoilt(each, random) : each));
  }
  const names = Object.keys(value);
  if (names.length === 0 || random.chance(0.2))
    return {
      ...value,
      [random.pick(["role", "id", "version", "seen", "actor", "by", "x"])]: random.pick(nonsense),
    };
  const name = random.pick(names);
  const rest = Object.entries(value).filter(([each]) => each !== name || random.chance(0.7));
  return Object.fromEntries(rest.map(([each, part]) => [each, each === name ? spoilt(part, random) : part]));
}
