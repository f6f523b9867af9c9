import { classOf, type Refusal } from "@dunmiao/domain/refusal";
import type { RefusalClass } from "@dunmiao/domain/refusalClass";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { WebEnv } from "./deps.ts";
import { chromeOf } from "./page.tsx";
import { type FieldMessage, fieldMessages, refusalSentence } from "./ui/refusalSentence.ts";
import { wantsHtml } from "./wants.ts";

const statusOfClass: Readonly<Record<RefusalClass, ContentfulStatusCode>> = {
  invalid: 422,
  conflict: 409,
  forbidden: 403,
  missing: 404,
  "too-large": 413,
  malformed: 400,
  "not-signed-in": 401,
  "too-often": 429,
  broken: 500,
  unavailable: 503,
};

/** HTTP status of the first refusal, by its class. */
export function statusOf(refusals: readonly Refusal[]): ContentfulStatusCode {
  const [first] = refusals;
  return statusOfClass[(first && classOf(first.code)) ?? "invalid"];
}

/** One problem in the form that the client asked for: RFC 9457 JSON or a page; its class says the status. */
export function answerProblem(c: Context<WebEnv>, code: Refusal["code"]) {
  return answerRefused(c, [{ code }]);
}

/** Refusals as a problem document or a page of their own; forms show them beside their fields instead. */
export function answerRefused(c: Context<WebEnv>, refusals: readonly Refusal[], status = statusOf(refusals)) {
  const errors = fieldMessages(c.var.text, refusals);
  sayWhenAgain(c, refusals);
  if (wantsHtml(c)) return pageOf(c, errors, status);
  const [first = { code: "refused" }] = refusals;
  const problem = {
    type: `urn:dunmiao:problem:${first.code}`,
    title: refusalSentence(c.var.text, first),
    status,
    code: first.code,
    instance: c.var.requestId,
    ...(first.params && { params: first.params }),
    errors: errors.map(({ field, code, message }) => ({ pointer: pointerOf(field), code, message })),
  };
  return c.body(JSON.stringify(problem), status, {
    "Content-Type": "application/problem+json; charset=utf-8",
  });
}

/** Says to programs, too, after how long what was asked too often may be asked again. */
export function sayWhenAgain(c: Context<WebEnv>, refusals: readonly Refusal[]): void {
  const [first] = refusals;
  if (first && classOf(first.code) === "too-often")
    c.header("Retry-After", String(60 * Number(first.params?.minutes ?? 1)));
}

/** Loaded when something is refused: a function that starts does not wait for what draws a page. */
async function pageOf(c: Context<WebEnv>, errors: readonly FieldMessage[], status: ContentfulStatusCode) {
  const { ProblemPage } = await import("./ui/problemPage.tsx");
  const props = { chrome: chromeOf(c), status, errors, reference: c.var.requestId };
  return c.html(ProblemPage(props), status);
}

/** JSON pointer (RFC 6901) of a field path such as `evidence.number`; the whole document without a field. */
function pointerOf(field: string | undefined): string {
  return field === undefined
    ? ""
    : `/${field.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll(".", "/")}`;
}
