import type { PermittedAct } from "@dunmiao/domain/permissions";
import type { Refused as RefusedByRule } from "@dunmiao/domain/refusal";
import type { Changed } from "@dunmiao/store/engine/change";
import type { Recorded } from "@dunmiao/store/engine/kinds";
import type { Context, Hono } from "hono";
import type * as z from "zod";
import { answerChanged, type Once, onceOf, type Told } from "./answer.ts";
import type { WebEnv } from "./deps.ts";
import { bodyOf, mountForm } from "./formRoute.ts";
import type { Refused } from "./ui/oneOfForms.ts";

/** The page that held a form, with what was sent and why it was refused; `input` where only the rule refused it. */
export type Show<Input = unknown> = (
  c: Context<WebEnv>,
  refused: Refused,
  input: Input | undefined,
) => Response | Promise<Response>;

/** Something that a person does by a form or a program by JSON: who may, what is sent, what is written, what is answered. */
export type Act<Input, R extends Recorded> = {
  /** As the app registers it: `/secondments/:id/report-in`. */
  path: string;
  permission: PermittedAct;
  /** For the API's description. */
  summary: string;
  form: z.ZodType<Input>;
  /** What the description says of the body, where a form sends it otherwise than a program. */
  body?: z.ZodType;
  /** Asks the rule and commits, or says why it does not come to that; what it is done to stands in the URL. */
  change: (
    c: Context<WebEnv>,
    input: Input,
    once: Once<R> | undefined,
  ) => Promise<Changed<R> | RefusedByRule>;
  told: (c: Context<WebEnv>, input: Input) => Told<R> | Promise<Told<R>>;
  /** Where it is not given, a browser gets the refusal as a page of its own. */
  show?: Show<Input>;
};

/** Puts an act into the app: one body for forms and programs, one change, one way to answer what was refused. */
export function mountAct<Input, R extends Recorded>(app: Hono<WebEnv>, act: Act<Input, R>): void {
  const { path, permission, summary, form, body, show } = act;
  mountForm(app, {
    path,
    permission,
    summary,
    reader: bodyOf(form, { body }),
    work: async (c, { input, use }) => {
      const told = await act.told(c, input);
      const changed = await act.change(c, input, onceOf(use, told));
      return "ok" in changed ? changed : answerChanged(c, changed, told);
    },
    show: show && ((c, refused, { input }) => show(c, refused, input)),
  });
}
