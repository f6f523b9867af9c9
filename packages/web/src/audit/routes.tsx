import { parseNote } from "@dunmiao/domain/audit/signedNote";
import { checkCode, parseHead } from "@dunmiao/domain/audit/treeHead";
import { headOf, type KeptHead, newestHeads } from "@dunmiao/store/audit/treeRead";
import { Hono } from "hono";
import { allow } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem } from "../problem.tsx";
import { wantsHtml } from "../wants.ts";
import { HeadsPage } from "./page.tsx";

const lastDays = 31;

/** The signed heads of days, as a page, as JSON, and each as the text that was signed. */
export function auditRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get(
    "/audit/heads",
    allow("read-heads", "The signed heads of the last 31 days with their check codes, newest first"),
    async (c) => {
      const heads = (await newestHeads(c.var.deps.store, lastDays)).map(readHead);
      if (!wantsHtml(c)) return c.json({ items: heads.map((head) => ({ ...head, code: checkCode(head) })) });
      return c.html(<HeadsPage chrome={chromeOf(c)} heads={heads} />);
    },
  );
  app.get(
    "/audit/heads/:day",
    allow(
      "read-heads",
      "The signed head of a day (YYYY-MM-DD) as the text that was signed (C2SP checkpoint)",
    ),
    async (c) => {
      const head = await headOf(c.var.deps.store, c.req.param("day"));
      return head ? c.text(head.note) : answerProblem(c, "not-found");
    },
  );
  return app;
}

function readHead({ day, note }: KeptHead) {
  const head = parseHead(parseNote(note)?.text ?? "");
  if (!head) throw new Error(`the head of ${day} cannot be read`);
  return head;
}
