import type { Refusal } from "@dunmiao/domain/refusal";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { WebEnv } from "./deps.ts";
import { chromeOf } from "./page.tsx";
import { ProblemPage } from "./ui/problemPage.tsx";
import { fieldMessages, refusalSentence } from "./ui/refusalSentence.ts";
import { wantsHtml } from "./wants.ts";

const statusOfCode: Readonly<Record<string, ContentfulStatusCode>> = {
  "not-signed-in": 401,
  forbidden: 403,
  "own-case": 403,
  "same-person-decides": 403,
  "needs-higher-rung": 403,
  "not-yours-to-change": 403,
  "finding-needs-host-or-hr": 403,
  "finding-of-higher-rung": 403,
  "proposal-without-evidence": 409,
  "too-many-open-requests": 409,
  "undecided-may-exceed": 409,
  "not-for-this-role": 403,
  "only-the-officer-contests": 403,
  "not-found": 404,
  "not-drawn": 404,
  "not-revealed": 409,
  "already-revealed": 409,
  "spot-check-cancelled": 409,
  "result-recorded": 409,
  "no-result-yet": 409,
  "absent-is-a-finding": 409,
  "too-many-corrections": 409,
  "not-yet": 409,
  "unknown-absence": 404,
  "unknown-warning": 404,
  "changed-meanwhile": 409,
  "correction-open": 409,
  "correction-not-open": 409,
  "officer-changed": 409,
  "merged-number": 409,
  "terms-overlap": 409,
  "not-your-correction": 403,
  "record-busy": 409,
  "closed-to-facts": 409,
  "already-reported-in": 409,
  "late-days-unconfirmed": 409,
  "report-in-undecided": 409,
  "too-many-report-in-corrections": 409,
  "unknown-report-in-correction": 404,
  "report-in-correction-decided": 409,
  "not-reported-in": 409,
  "term-is-over": 409,
  "term-was-changed": 409,
  "make-up-not-served": 409,
  "must-be-ruled": 409,
  "correction-lowers-count": 409,
  "already-contested": 409,
  "already-confirmed": 409,
  "already-acknowledged": 409,
  "not-planned": 409,
  "not-waiting-for-approval": 409,
  "not-waiting-for-confirmation": 409,
  "not-open-to-contest": 409,
  "no-longer-stands": 409,
  "newer-version": 409,
  "scheme-published": 409,
  "proposal-open": 409,
  "unknown-award": 404,
  "unknown-contribution": 404,
  "already-revoked": 409,
  "not-waiting-for-verification": 409,
  "not-waiting-for-adoption": 409,
  "not-your-form": 403,
  "needs-accepter": 403,
  "unknown-assessment": 404,
  "unknown-checkpoint": 404,
  "form-not-listed": 404,
  "checkpoint-not-open": 409,
  "checkpoint-missed": 409,
  "checkpoint-dropped": 409,
  "draft-changed": 409,
  "form-already-in": 409,
  "form-not-submitted": 409,
  "ledger-changed": 409,
  "absences-undecided": 409,
  "month-undecided": 409,
  "month-not-over": 409,
  "extension-only-own": 403,
  "not-the-successor": 403,
  "extension-open": 409,
  "further-term-granted": 409,
  "extension-granted": 409,
  "no-open-extension": 409,
  "not-open-to-extension": 409,
  "not-your-turn": 409,
  "not-open-to-hand-over": 409,
  "no-hand-over": 409,
  "already-received": 409,
  "unknown-ruling": 404,
  "already-ended-early": 409,
  "already-served": 409,
  "checkpoints-outstanding": 409,
  "count-changed-since-proposal": 409,
  "forms-not-final": 409,
  "months-changed": 409,
  "no-review-requested": 409,
  "not-open-to-statements": 409,
  "not-running": 409,
  "not-waiting-for-ruling": 409,
  "not-yet-served": 409,
  "notice-already-issued": 409,
  "notice-not-issued": 409,
  "review-already-requested": 409,
  "review-unanswered": 409,
  "review-window-over": 409,
  "ruling-already-proposed": 409,
  "ruling-not-in-force": 409,
  "ruling-not-proposed": 409,
  "ruling-superseded": 409,
  "statement-missing": 409,
  "file-too-heavy": 413,
  "file-too-large": 413,
  "too-many-rows": 413,
  "too-many-members": 413,
  "invalid-json": 400,
  "bad-request": 400,
};

/** HTTP status of a refusal; what is not listed is a matter of the content, 422. */
export function statusOf(refusals: readonly Refusal[]): ContentfulStatusCode {
  const [first] = refusals;
  return (first && statusOfCode[first.code]) ?? 422;
}

/** One problem in the form that the client asked for: RFC 9457 JSON or a page. */
export function answerProblem(c: Context<WebEnv>, status: ContentfulStatusCode, code: string) {
  return answerRefused(c, [{ code }], status);
}

/** Refusals as a problem document or a page of their own; forms show them beside their fields instead. */
export function answerRefused(c: Context<WebEnv>, refusals: readonly Refusal[], status = statusOf(refusals)) {
  const errors = fieldMessages(c.var.text, refusals);
  if (wantsHtml(c)) {
    const props = { chrome: chromeOf(c), status, errors, reference: c.var.requestId };
    return c.html(<ProblemPage {...props} />, status);
  }
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

/** JSON pointer (RFC 6901) of a field path such as `evidence.number`; the whole document without a field. */
function pointerOf(field: string | undefined): string {
  return field === undefined
    ? ""
    : `/${field.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll(".", "/")}`;
}
