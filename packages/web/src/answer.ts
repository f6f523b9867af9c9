import type { Refused } from "@dunmiao/domain/refusal";
import type { Changed } from "@dunmiao/store/engine/change";
import type { Answer, KeyUse } from "@dunmiao/store/engine/idempotency";
import type { Recorded } from "@dunmiao/store/engine/kinds";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import * as z from "zod";
import type { WebEnv } from "./deps.ts";
import { rememberWritten } from "./done/written.ts";
import { wantsHtml } from "./wants.ts";

/** What a successful change is answered, told from the record as written; `location` is the page that shows it. */
export type Told<R> = { status: 200 | 201; body: (record: R) => object; location: (record: R) => string };

const repeatedSchema = z.object({ location: z.string() });

/** The idempotency key together with what a repeat is answered. */
export type Once<R> = { use: KeyUse; answer: (record: R) => Answer };

/** Undefined where no key was sent: then the same again is another change. */
export function onceOf<R extends Recorded>(use: KeyUse | undefined, told: Told<R>): Once<R> | undefined {
  if (!use) return undefined;
  return { use, answer: (record) => ({ status: told.status, body: bodyOf(record, told) }) };
}

/**
 * Answers a change: JSON with its location, or for a browser a redirect to the page that shows it (POST-redirect-GET)
 * and says what was done (`done/`). Refusals are handed back to whoever has the form.
 */
export function answerChanged<R extends Recorded>(
  c: Context<WebEnv>,
  changed: Changed<R>,
  told: Told<R>,
): Response | Refused {
  switch (changed.outcome) {
    case "refused":
      return { ok: false, refusals: changed.refusals };
    case "repeated": {
      const { status, body, written } = changed.answer;
      if (wantsHtml(c)) {
        if (written) rememberWritten(c, written);
        return c.redirect(repeatedSchema.parse(body).location, 303);
      }
      return c.body(JSON.stringify(body), asStatus(status), { "Content-Type": "application/json" });
    }
    default: {
      const location = told.location(changed.record);
      if (wantsHtml(c)) {
        if (changed.outcome === "committed") {
          const { recordKind: kind, recordId: id, version } = changed.event;
          rememberWritten(c, { kind, id, version });
        }
        return c.redirect(location, 303);
      }
      const status = changed.outcome === "committed" ? told.status : 200;
      return c.json(bodyOf(changed.record, told), status, { Location: location });
    }
  }
}

function bodyOf<R>(record: R, told: Told<R>): object {
  return { ...told.body(record), location: told.location(record) };
}

function asStatus(status: number): ContentfulStatusCode {
  return status === 201 ? 201 : 200;
}
