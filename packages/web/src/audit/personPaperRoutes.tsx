import { checkCode, recordCode } from "@dunmiao/domain/audit/treeHead";
import { headOf } from "@dunmiao/store/audit/treeRead";
import type { Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem } from "../problem.tsx";
import { caseView } from "../secondment/caseView.ts";
import { secondmentInScope } from "../secondment/load.ts";
import { wantsHtml } from "../wants.ts";
import { headsOver, paperFor } from "./personPaper.ts";
import { PersonPaperPage, paperUrl } from "./personPaperPage.tsx";

/** One person's paper: a proof that their record lies in the tree of a signed day, with what it says of the count. */
export function personPaperRoutes(app: Hono<WebEnv>): void {
  app.get(
    "/secondments/:id/proof",
    allow("read-secondment", "The signed days against which the case can be proved, with its code"),
    async (c) => {
      const found = await secondmentInScope(c, 0);
      if (!found) return answerProblem(c, "not-found");
      const { record } = found;
      const heads = await headsOver(c.var.deps.store, record);
      if (wantsHtml(c)) return c.html(<PersonPaperPage chrome={chromeOf(c)} record={record} heads={heads} />);
      const items = heads.map((head) => ({
        day: head.day,
        code: checkCode(head),
        file: paperUrl(record.id, head.day),
      }));
      return c.json({ version: record.version, code: recordCode(record.head), items });
    },
  );
  app.get(
    "/secondments/:id/proof/:day",
    allow(
      "read-secondment",
      "The case's proof against the head of a day (YYYY-MM-DD) as a file of at most 10 kB (C2SP tlog-proof)",
    ),
    async (c) => {
      const { deps, today } = c.var;
      const day = c.req.param("day");
      const [found, head] = await Promise.all([secondmentInScope(c, 0), headOf(deps.store, day)]);
      if (!found || !head) return answerProblem(c, "not-found");
      const file = await paperFor(deps.store, caseView(found, actorOf(c), today), head);
      if (file === undefined) return answerProblem(c, "paper-not-signed");
      const name = `${found.record.officer.serviceNumber}-${day}.tlog-proof`;
      return c.body(file, 200, {
        "Content-Type": "text/plain; charset=utf-8",
        "Cache-Control": "private, no-store",
        "Content-Disposition": `attachment; filename="proof-${day}.tlog-proof"; filename*=UTF-8''${encodeURIComponent(name)}`,
      });
    },
  );
}
