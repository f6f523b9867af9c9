import { keyChanges, parseNote } from "@dunmiao/domain/audit/signedNote";
import { checkCode, parseHead } from "@dunmiao/domain/audit/treeHead";
import { cosignedNote } from "@dunmiao/domain/cosigner";
import { headOf, type KeptHead, newestHeads } from "@dunmiao/store/audit/treeRead";
import { listCosigners } from "@dunmiao/store/cosigner";
import { Hono } from "hono";
import { allow } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem } from "../problem.tsx";
import { wantsHtml } from "../wants.ts";
import { cosignerRoutes } from "./cosignerRoutes.tsx";
import { differenceRoutes } from "./differenceRoutes.tsx";
import { HeadsPage } from "./page.tsx";
import { personPaperRoutes } from "./personPaperRoutes.tsx";

const lastDays = 31;

/** The signed heads of days, as a page, as JSON, and each as the text that was signed. */
export function auditRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get(
    "/audit/heads",
    allow("read-heads", "The signed heads of the last 31 days with their check codes, newest first"),
    async (c) => {
      const kept = await newestHeads(c.var.deps.store, lastDays);
      const heads = kept.map(readHead);
      if (!wantsHtml(c)) return c.json({ items: heads.map((head) => ({ ...head, code: checkCode(head) })) });
      const changes = keyChanges(kept);
      const cosigners = await listCosigners(c.var.deps.store);
      return c.html(<HeadsPage chrome={chromeOf(c)} heads={heads} changes={changes} cosigners={cosigners} />);
    },
  );
  app.get(
    "/audit/heads/:day",
    allow(
      "read-heads",
      "The signed head of a day (YYYY-MM-DD) as the text that was signed (C2SP checkpoint), with all signatures under it",
    ),
    async (c) => {
      const { store } = c.var.deps;
      const head = await headOf(store, c.req.param("day"));
      if (!head) return answerProblem(c, "not-found");
      return c.text(cosignedNote(head, await listCosigners(store)));
    },
  );
  cosignerRoutes(app);
  personPaperRoutes(app);
  differenceRoutes(app);
  return app;
}

function readHead({ day, note }: KeptHead) {
  const head = parseHead(parseNote(note)?.text ?? "");
  if (!head) throw new Error(`the head of ${day} cannot be read`);
  return head;
}
