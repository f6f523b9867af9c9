import { signature } from "@dunmiao/domain/actor";
import { longestNote } from "@dunmiao/domain/audit/difference";
import { mayTry } from "@dunmiao/domain/permissions";
import { plainText } from "@dunmiao/domain/plainText";
import { refuse } from "@dunmiao/domain/refusal";
import { pageOfDifferences } from "@dunmiao/store/audit/differences";
import { signDifference } from "@dunmiao/store/audit/signDifference";
import type { Context, Hono } from "hono";
import * as z from "zod";
import { actorOf, allow } from "../access.ts";
import { actingOf } from "../acting.ts";
import type { WebEnv } from "../deps.ts";
import { bodyOf, leadOn, mountForm } from "../formRoute.ts";
import { chromeOf } from "../page.tsx";
import { statusOf } from "../problem.tsx";
import type { Refused } from "../ui/oneOfForms.ts";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { DifferencesPage } from "./differencePage.tsx";

const list = "/audit/differences";
const perPage = 100;
const reference = /^(\d{1,9}) (\S+) (.+)$/;
const signSchema = z.object({
  /** Version, kind and id of a difference as it was seen. */
  difference: z.string().regex(reference),
  note: z.string().overwrite(plainText).min(1).max(longestNote),
});

/** What checks of the live table found, and the signature of an auditor for it. */
export function differenceRoutes(app: Hono<WebEnv>): void {
  const query = z.object({ after: z.string().max(1_000).optional() });
  app.get(
    list,
    allow("read-differences", "What checks of the live table found not to agree, open, signed for or gone", {
      query,
    }),
    (c) => showDifferences(c),
  );
  mountForm(app, {
    path: list,
    permission: "sign-difference",
    summary: "Sign for a difference, with what was found out about it",
    reader: bodyOf(signSchema),
    work: async (c, { input: { difference, note } }) => {
      const [, version = "", kind = "", id = ""] = reference.exec(difference) ?? [];
      const { actor, now } = actingOf(c);
      const signed = { by: signature(actor), at: now, note };
      const isKept = await signDifference(c.var.deps.store, { kind, id, version: Number(version) }, signed);
      if (!isKept) return refuse("difference-moved", "difference");
      return leadOn(c, list, { status: "signed" });
    },
    show: showDifferences,
  });
}

async function showDifferences(c: Context<WebEnv>, sent?: Refused): Promise<Response> {
  const after = sent ? undefined : c.req.query("after") || undefined;
  const { differences, next } = await pageOfDifferences(c.var.deps.store, { after, limit: perPage });
  if (!wantsHtml(c)) return c.json({ items: differences, ...(next !== undefined && { next }) });
  const { text } = c.var;
  return c.html(
    <DifferencesPage
      chrome={chromeOf(c)}
      differences={differences}
      next={next}
      maySign={mayTry(actorOf(c), "sign-difference")}
      values={sent?.values ?? {}}
      errors={fieldMessages(text, sent?.refusals ?? [])}
    />,
    sent ? statusOf(sent.refusals) : 200,
  );
}
