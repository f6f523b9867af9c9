import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import type { Context } from "hono";
import type { WebEnv } from "./deps.ts";
import { hasTooManyMembers } from "./members.ts";

/** What was typed into a form, field by field as it was sent; whether a file was with it. */
export type Typed = { fields: [string, string][]; hadFile: boolean };

/** Reads a form that cannot be answered now, whatever it is for; nothing of it where the body is no form. */
export async function readTyped(c: Context<WebEnv>): Promise<Outcome<Typed>> {
  const sent = await sentFields(c);
  if (!sent.ok) return sent;
  const typed: Typed = { fields: [], hadFile: false };
  for (const [name, values] of Object.entries(sent.value))
    for (const value of Array.isArray(values) ? values : [values])
      if (typeof value === "string") typed.fields.push([name.toWellFormed(), value.toWellFormed()]);
      else if (value instanceof File && value.size > 0) typed.hadFile = true;
  return accept(typed);
}

/** The fields of a form as the platform reads them; several of one name are a list. Refuses `too-many-members`, `bad-request`. */
export async function sentFields(c: Context<WebEnv>): Promise<Outcome<Record<string, unknown>>> {
  try {
    if (await hasTooManyMembers(c)) return refuse("too-many-members");
    return accept(await c.req.parseBody({ all: true }));
  } catch (error) {
    // What the platform throws on a multipart body that is cut off or has no boundary.
    if (error instanceof TypeError) return refuse("bad-request");
    throw error;
  }
}
