import type { WebEnv } from "@dunmiao/web/deps";
import { hasTooManyMembers } from "@dunmiao/web/members";
import { wantsHtml } from "@dunmiao/web/wants";
import type { Context } from "hono";
import * as z from "zod";
import { type LocalCode, localText } from "./text.ts";

export type LocalContext = Context<WebEnv>;
/** Why not, with the field it belongs to and the figures of its sentence. */
export type LocalRefusal = { code: LocalCode; field?: string; params?: Record<string, string> };

const fieldsSchema = z.record(z.string(), z.unknown());

/** The fields of a form or of a JSON body; empty ones are left out. Undefined when the body is neither. */
export async function readFields(c: LocalContext): Promise<Record<string, string> | undefined> {
  const isJson = c.req.header("Content-Type")?.includes("json") === true;
  if (await hasTooManyMembers(c)) return undefined;
  const body: Promise<unknown> = isJson ? c.req.json() : c.req.parseBody();
  const parsed = fieldsSchema.safeParse(await body.catch(() => undefined));
  if (!parsed.success) return undefined;
  const given = Object.entries(parsed.data).map(([name, value]) => [
    name,
    typeof value === "string" || typeof value === "number" ? String(value).trim() : "",
  ]);
  return Object.fromEntries(given.filter(([, value]) => value !== ""));
}

/** Refusals as messages in the language of the request. */
export function messagesOf(c: LocalContext, refusals: readonly LocalRefusal[]) {
  const { errors } = localText(c.var.text.language);
  return refusals.map(({ code, field, params = {} }) => ({
    code,
    message: errors[code](params),
    ...(field !== undefined && { field }),
  }));
}

/** A refusal as a problem document, or for a browser as the page again. */
export function answerLocal(
  c: LocalContext,
  refusals: readonly LocalRefusal[],
  show: (errors: ReturnType<typeof messagesOf>) => Response | Promise<Response>,
): Response | Promise<Response> {
  const errors = messagesOf(c, refusals);
  if (wantsHtml(c)) return show(errors);
  const [first] = errors;
  const problem = {
    type: `urn:dunmiao:problem:${first?.code}`,
    title: first?.message,
    status: 422,
    code: first?.code,
    instance: c.var.requestId,
    errors: errors.map(({ field, code, message }) => ({
      pointer: field === undefined ? "" : `/${field}`,
      code,
      message,
    })),
  };
  const headers = { "Content-Type": "application/problem+json; charset=utf-8" };
  return c.body(JSON.stringify(problem), 422, headers);
}
