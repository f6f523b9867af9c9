import { Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { answerRefused } from "../problem.tsx";
import { findPeople } from "./list.ts";
import { listCsv } from "./listCsv.ts";
import { listQuerySchema, parseListQuery } from "./listQuery.ts";

/** The list of secondments as a file for Excel. */
export function csvRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get(
    "/secondments.csv",
    allow("read-secondment", "The same list as CSV", { query: listQuerySchema }),
    async (c) => {
      const query = parseListQuery(c.req.query());
      if (!query.ok) return answerRefused(c, query.refusals);
      const found = await findPeople(c.var.deps, actorOf(c), query.value);
      if (!found.ok) return answerRefused(c, found.refusals);
      const { text, today } = c.var;
      const name = encodeURIComponent(`${text.secondmentList.csvName}-${today}.csv`);
      return c.body(listCsv(text, found.value.people, today), 200, {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="secondments-${today}.csv"; filename*=UTF-8''${name}`,
      });
    },
  );
  return app;
}
