import type { PermittedAct } from "@dunmiao/domain/permissions";
import type { Refusal, Refused as RefusedByRule } from "@dunmiao/domain/refusal";
import type { KeyUse } from "@dunmiao/store/engine/idempotency";
import type { Context, Hono } from "hono";
import type * as z from "zod";
import type { WebEnv } from "./deps.ts";
import { bodyOf, mountForm } from "./formRoute.ts";
import type { Refused } from "./ui/oneOfForms.ts";
import { fieldMessages } from "./ui/refusalSentence.ts";
import { wantsHtml } from "./wants.ts";

type One = { refusals: readonly Refusal[] };

/** One thing done to many records at once, a transaction each: what is refused for one does not stop the others. */
export type ManyAct<Input, Result extends One> = {
  path: string;
  permission: PermittedAct;
  summary: string;
  form: z.ZodType<Input>;
  /** What the description says of the body, where a form sends it otherwise than a program. */
  body?: z.ZodType;
  /** The member that holds what was ticked, and the most of it. */
  ticks: { field: string; most: number };
  /** What became of each; a refusal of the whole form, or an answer of its own, where it does not come to that. */
  work: (
    c: Context<WebEnv>,
    input: Input,
    use: KeyUse | undefined,
  ) => Promise<readonly Result[] | RefusedByRule | Response>;
  /** The page that held the form, with what was ticked and why it was refused. */
  show: (c: Context<WebEnv>, refused: Refused) => Response | Promise<Response>;
  /** What a browser is told, each with what became of it: at once, for it names people, who belong in no address. */
  page: (
    c: Context<WebEnv>,
    results: readonly Result[],
    input: Input,
    use: KeyUse | undefined,
  ) => Response | Promise<Response>;
  /** A result as a program gets it, its refusals in words beside it; all of it unless told. */
  item?: (result: Result) => object;
};

/** Puts an act on many records into the app. */
export function mountMany<Input, Result extends One>(app: Hono<WebEnv>, act: ManyAct<Input, Result>): void {
  const { path, permission, summary, form, body, item = (result: Result) => result } = act;
  const { reads, read } = bodyOf(form, { body });
  mountForm(app, {
    path,
    permission,
    summary,
    reader: {
      reads,
      read: async (c) => {
        const sent = await read(c);
        if (sent.ok) return sent;
        return { ...sent, refusals: sent.refusals.map((each) => aboutTicks(each, act.ticks)) };
      },
    },
    work: async (c, { input, use }) => {
      const results = await act.work(c, input, use);
      if (results instanceof Response || "ok" in results) return results;
      if (wantsHtml(c)) return act.page(c, results, input, use);
      const items = results.map((each) => ({
        ...item(each),
        refusals: fieldMessages(c.var.text, each.refusals),
      }));
      const refused = items.filter(({ refusals }) => refusals.length > 0).length;
      return c.json({ done: items.length - refused, refused, items });
    },
    show: act.show,
  });
}

/** Nothing ticked, or more than is done at once: said as what the person did, not as a field that they never saw. */
function aboutTicks(refusal: Refusal, { field, most }: { field: string; most: number }): Refusal {
  if (refusal.field !== field) return refusal;
  if (refusal.code === "required" || refusal.code === "too-small")
    return { ...refusal, code: "nothing-ticked" };
  return refusal.code === "too-large" ? { ...refusal, code: "too-many-ticked", params: { most } } : refusal;
}
