import type { PermittedAct } from "@dunmiao/domain/permissions";
import type { Refused as RefusedByRule } from "@dunmiao/domain/refusal";
import type { KeyUse } from "@dunmiao/store/engine/idempotency";
import type { Context, Hono } from "hono";
import type * as z from "zod";
import { allow, allowEveryone } from "./access.ts";
import { type BodyOutcome, readBody } from "./body.ts";
import type { WebEnv } from "./deps.ts";
import { answerRefused } from "./problem.tsx";
import { framing, type Reads } from "./stated.ts";
import type { Refused } from "./ui/oneOfForms.ts";
import { wantsHtml } from "./wants.ts";

/** What is sent to a route, for the API's description, and how it is read. */
export type Reader<Input> = {
  reads: Reads;
  read: (c: Context<WebEnv>) => Promise<BodyOutcome<Input>>;
};

/**
 * Reads a body by its schema. `body`: what the description says of it, where a form sends it otherwise than a program;
 * `showsAgain` as `readBody` has it.
 */
export function bodyOf<Input>(
  form: z.ZodType<Input>,
  { body = form, ...rules }: { body?: z.ZodType | undefined; showsAgain?: true } = {},
): Reader<Input> {
  return { reads: { body }, read: (c) => readBody(c, form, rules) };
}

/** Nothing is sent but the address. */
export const noBody: Reader<undefined> = {
  reads: {},
  read: async () => ({ ok: true, value: { value: undefined, raw: {}, use: undefined } }),
};

/** What was sent, and the place that it was sent to. */
export type Sent<Input, Place> = {
  place: Place;
  input: Input;
  values: Refused["values"];
  use: KeyUse | undefined;
};

/** What a form or a program is sent to: who may, what is read, what is done, and the form again where it was refused. */
export type FormRoute<Input, Place = undefined> = {
  /** As the app registers it: `/secondments/:id/report-in`. */
  path: string;
  permission: PermittedAct | "everyone";
  /** For the API's description. */
  summary: string;
  reader: Reader<Input>;
  /** Does it and answers it, or says why it does not come to that. */
  work: (c: Context<WebEnv>, sent: Sent<Input, Place>) => Promise<Response | RefusedByRule>;
  /** The page that held the form; `input` where only the rule refused it. Without it a browser gets a page of its own. */
  show?:
    | ((
        c: Context<WebEnv>,
        refused: Refused,
        at: { place: Place; input: Input | undefined },
      ) => Response | Promise<Response>)
    | undefined;
};

/** Puts a form route into the app; every POST of the product stands in this frame. */
export function mountForm<Input>(app: Hono<WebEnv>, route: FormRoute<Input>): void {
  mountFormAt(app, async () => undefined, route);
}

/**
 * As `mountForm`, where something is found before anything is read: the record that the form stands on, who is signed in.
 * `placeOf` answers by itself whoever gets no further.
 */
export function mountFormAt<Input, Place>(
  app: Hono<WebEnv>,
  placeOf: (c: Context<WebEnv>) => Promise<Place | Response>,
  { path, permission, summary, reader, work, show }: FormRoute<Input, Place>,
): void {
  const { reads } = reader;
  const guard = permission === "everyone" ? allowEveryone(summary, reads) : allow(permission, summary, reads);
  const handler = framing(async (c: Context<WebEnv>) => {
    const place = await placeOf(c);
    if (place instanceof Response) return place;
    const body = await reader.read(c);
    const values = body.ok ? body.value.raw : body.raw;
    const input = body.ok ? body.value.value : undefined;
    const done = body.ok
      ? await work(c, { place, input: body.value.value, values, use: body.value.use })
      : body;
    if (done instanceof Response) return done;
    const { refusals } = done;
    return show && wantsHtml(c)
      ? show(c, { values, refusals }, { place, input })
      : answerRefused(c, refusals);
  });
  app.post(path, guard, handler);
}

/** Leads a browser on to `to`; a program gets what there is to say of it, or nothing (204). */
export function leadOn(c: Context<WebEnv>, to: string, json?: object): Response {
  if (wantsHtml(c)) return c.redirect(to, 303);
  return json ? c.json(json) : c.body(null, 204);
}
