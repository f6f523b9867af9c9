import { hashOf } from "@dunmiao/domain/event";
import { accept, type Outcome, type Refusal, refuse } from "@dunmiao/domain/refusal";
import type { KeyUse } from "@dunmiao/store/engine/idempotency";
import type { Context } from "hono";
import * as z from "zod";
import { actorOf } from "./access.ts";
import { againAct } from "./againAct.ts";
import type { WebEnv } from "./deps.ts";
import { hasTooManyMembers } from "./members.ts";
import { refusalsOf } from "./refusalsOf.ts";
import { sentFields } from "./sentFields.ts";
import { textsMeant } from "./textsMeant.ts";
import { drawnForField } from "./ui/drawnFor.tsx";
import { parseWritten } from "./writtenDates.ts";

const jsonSchema = z.record(z.string(), z.unknown());
const keyField = "idempotencyKey";
const looksAgain = z.looseObject({ act: z.literal(againAct) });
const longestKey = 200;

/** A parsed body, the values as they came (to show the form again), and the idempotency key if one was sent. */
export type Body<T> = { value: T; raw: Readonly<Record<string, string>>; use: KeyUse | undefined };
export type BodyOutcome<T> =
  | { ok: true; value: Body<T> }
  | { ok: false; refusals: readonly Refusal[]; raw: Readonly<Record<string, string>> };

/**
 * Reads a form or a JSON body through one schema. Forms send every value as text: empty ones count as absent, dotted
 * names (`evidence.number`) as nested members; the schema coerces numbers and ticks with `formNumber` and `formTick`.
 * Dates may be written as people write them, in JSON too: the live preview sends boxes as they are typed.
 * A form kept over the end of a session (`act=again`) is refused with what was typed, so that its page shows it again;
 * a caller that `showsAgain` by itself gets it like any other.
 */
export async function readBody<T>(
  c: Context<WebEnv>,
  schema: z.ZodType<T>,
  rules: { showsAgain?: true } = {},
): Promise<BodyOutcome<T>> {
  const isJson = c.req.header("Content-Type")?.includes("json") === true;
  const read = isJson ? await readJson(c) : await readForm(c);
  if (!read.ok) return { ...read, raw: {} };
  const { [keyField]: formKey, [drawnForField]: _, ...sent } = jsonSchema.parse(read.value);
  const { parsed, given } = parseWritten(schema, sent);
  const raw = flat(given);
  if (!isJson && looksAgain.safeParse(sent).success && !rules.showsAgain)
    return { ok: false, refusals: [{ code: "kept-again" }], raw };
  if (!parsed.success) return { ok: false, refusals: refusalsOf(parsed.error, given), raw };
  const key = c.req.header("Idempotency-Key") ?? (typeof formKey === "string" ? formKey : undefined);
  return {
    ok: true,
    value: { value: parsed.data, raw, use: key && c.var.actor ? keyUse(c, key, given) : undefined },
  };
}

/** One use of an idempotency key by this actor on this route. */
export function keyUse(c: Context<WebEnv>, key: string, body: unknown): KeyUse {
  const { pathname } = new URL(c.req.url);
  return {
    actor: actorOf(c).id,
    route: `${c.req.method} ${pathname}`,
    // A long key is told apart to its last character.
    key: key.length > longestKey ? hashOf(key) : key,
    bodyHash: hashOf(body),
  };
}

/** A whole number that a form sends as text. */
export const formNumber = z.union([
  z.int(),
  z
    .string()
    .regex(/^-?\d{1,9}$/)
    .transform(Number),
]);
/** A tick that a form sends as text and JSON as a boolean. */
export const formTick = z.union([z.boolean(), z.enum(["true", "on"]).transform(() => true)]);

async function readJson(c: Context<WebEnv>): Promise<Outcome<Record<string, unknown>>> {
  try {
    if (await hasTooManyMembers(c)) return refuse("too-many-members");
    const parsed = jsonSchema.safeParse(await c.req.json());
    if (parsed.success) return accept(textsMeant(parsed.data));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { ok: false, refusals: [{ code: "invalid-json" }] };
}

async function readForm(c: Context<WebEnv>): Promise<Outcome<Record<string, unknown>>> {
  const sent = await sentFields(c);
  return sent.ok ? accept(nestedOf(textsMeant(sent.value))) : sent;
}

/** Linear in the number of fields: a nested member is one map until all of it is there. */
function nestedOf(fields: Record<string, unknown>): Record<string, unknown> {
  const nested = new Map<string, unknown>();
  const groups = new Map<string, Map<string, unknown>>();
  for (const [name, sent] of Object.entries(fields)) {
    const value = Array.isArray(sent) ? sent.filter((each) => typeof each === "string") : sent;
    if (typeof value === "string" ? value.trim() === "" : !Array.isArray(value)) continue;
    const [outer = name, inner] = name.split(".", 2);
    if (inner === undefined) nested.set(outer, value);
    else groups.set(outer, (groups.get(outer) ?? new Map()).set(inner, value));
  }
  for (const [outer, members] of groups) nested.set(outer, Object.fromEntries(members));
  return Object.fromEntries(nested);
}

/** Members by their dotted names, as text: what a form shows again. */
function flat(value: Readonly<Record<string, unknown>>, prefix = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) =>
      isRecord(member)
        ? Object.entries(flat(member, `${prefix}${name}.`))
        : [[prefix + name, typeof member === "string" ? member : (JSON.stringify(member) ?? "")]],
    ),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
