import { mayTry } from "@dunmiao/domain/permissions";
import type { Context, Hono } from "hono";
import * as z from "zod";
import { actorOf, allow } from "../access.ts";
import { actingOf } from "../acting.ts";
import { sayBehind } from "../behind.ts";
import type { WebEnv } from "../deps.ts";
import { mountMany } from "../manyAct.ts";
import { parseQuery } from "../overview/query.ts";
import { chromeOf } from "../page.tsx";
import { answerRefused, statusOf } from "../problem.tsx";
import type { Refused } from "../ui/oneOfForms.ts";
import { wantsHtml } from "../wants.ts";
import { AssignedPage } from "./assignedPage.tsx";
import { assignFiles } from "./assignFiles.ts";
import { filesByUnit, incomplete } from "./files.ts";
import { FilesPage } from "./filesPage.tsx";
import { fileTasksForm, mostFiles } from "./form.ts";
import { figuresOf, isLedBy, onDay, pairsSeenBy } from "./list.ts";

const querySchema = z.object({ leads: z.string().max(60) }).partial();

/** Files that lack something, by unit, and whom several of them are assigned to at once. */
export function fileRoutes(app: Hono<WebEnv>): void {
  const reading = allow("read-pairs", "Files of pairs by leading unit, and each that lacks something", {
    query: querySchema,
  });
  app.get("/pairs/files", reading, (c) => showFiles(c));
  mountMany(app, {
    path: "/pairs/files",
    permission: "assign-file",
    summary: "Ask somebody to complete several files by a day",
    form: fileTasksForm,
    ticks: { field: "pair", most: mostFiles },
    work: (c, input, use) => assignFiles(actingOf(c), input, use),
    show: showFiles,
    page: (c, results) => c.html(<AssignedPage chrome={chromeOf(c)} results={results} />),
  });
}

async function showFiles(c: Context<WebEnv>, tried?: Refused) {
  const asked = tried ? { leads: tried.values.leads ?? "" } : c.req.query();
  const query = parseQuery(querySchema, asked);
  if (!query.ok) return answerRefused(c, query.refusals);
  const { deps, today } = c.var;
  const actor = actorOf(c);
  const [found, units] = await Promise.all([pairsSeenBy(deps, actor), deps.units.current()]);
  const all = onDay(found, today);
  const behind = sayBehind(c, found);
  const { leads } = query.value;
  const byUnit = filesByUnit(all, units);
  const rows = incomplete(all).filter((row) => leads === undefined || isLedBy(row, leads));
  if (!wantsHtml(c)) return c.json({ ...figuresOf(all), units: byUnit, items: rows, ...behind });
  const props = {
    chrome: chromeOf(c),
    figures: figuresOf(all),
    units: byUnit,
    rows,
    leads: leads === undefined ? undefined : { code: leads, name: units.get(leads)?.name },
    mayAssign: mayTry(actor, "assign-file"),
    tried,
  };
  return c.html(<FilesPage {...props} />, tried ? statusOf(tried.refusals) : 200);
}
