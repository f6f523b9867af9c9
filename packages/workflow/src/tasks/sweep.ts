import { due } from "@dunmiao/store/engine/lists";
import * as z from "zod";
import type { WorkflowDeps } from "../deps.ts";
import { logger } from "../log.ts";
import { type DueKind, dueKinds, startFor } from "../machines.ts";

const pageSize = 50;
/** 12 history events a page, 36 when every attempt fails but the last: below the 25,000 at which an execution is ended. */
export const pagesUnlessTold = 500;

const cursorSchema = z.object({
  asOf: z.iso.date(),
  kind: z.enum(dueKinds),
  after: z.string().optional(),
  page: z.int(),
});
const dayInputSchema = cursorSchema.partial();
const startInputSchema = cursorSchema.extend({
  items: z.array(z.object({ kind: z.enum(dueKinds), id: z.string(), version: z.int() })),
});

/** Fixes the date once, so that a sweep across midnight stays one day's sweep. */
export function fixDayTask(deps: Pick<WorkflowDeps, "today">) {
  return async (raw: unknown) => {
    const { asOf, kind, after } = dayInputSchema.parse(raw ?? {});
    return { asOf: asOf ?? deps.today(), kind: kind ?? dueKinds[0], ...(after && { after }), page: 0 };
  };
}

/** One page of what is due, by key: an item that stays due cannot hold the sweep. */
export function listDueTask(deps: Pick<WorkflowDeps, "store">) {
  return async (raw: unknown) => {
    const { asOf, kind, after, page } = cursorSchema.parse(raw);
    const found = await due(deps.store, kind, asOf, { limit: pageSize, after });
    const items = found.items.map(({ id, version }) => ({ kind, id, version }));
    return { asOf, kind, page: page + 1, items, ...(found.next && { after: found.next }) };
  };
}

/** Starts one execution per id of the page, and says where the sweep goes on; at its end the days before are closed and a part of the table is checked. */
export function startProgressTask(deps: Pick<WorkflowDeps, "start" | "pagesPerExecution">) {
  const { pagesPerExecution = pagesUnlessTold } = deps;
  return async (raw: unknown) => {
    const { items, asOf, kind, after, page } = startInputSchema.parse(raw);
    for (const item of items) await startFor(deps, item, asOf);
    logger.info("The sweep started what is due", {
      code: "sweep.page",
      kind,
      asOf,
      page,
      started: items.length,
    });
    const nextKind = after ? kind : kindAfter(kind);
    if (!nextKind) {
      // The days before; what comes of this sweep belongs to the next one.
      await deps.start("close-day", `close-day-${asOf}`, { asOf });
      await deps.start("verify-records", `verify-records-${asOf}`, { asOf });
      return { asOf, next: "done" };
    }
    const next = page >= pagesPerExecution ? "continue" : "more";
    return { asOf, kind: nextKind, ...(after && { after }), page, next };
  };
}

/** Goes on as a new execution, well before the history of this one is full. */
export function continueSweepTask(deps: Pick<WorkflowDeps, "start">) {
  return async (raw: unknown) => {
    const { asOf, kind, after } = cursorSchema.parse(raw);
    const mark = (after ?? "start").replace(/[^A-Za-z0-9-]/g, "-").slice(-40);
    logger.info("The sweep goes on as a new execution", { code: "sweep.continued", kind, asOf });
    await deps.start("daily-sweep", `daily-sweep-${asOf}-${kind}-${mark}`.slice(0, 80), {
      asOf,
      kind,
      after,
    });
    return { asOf };
  };
}

function kindAfter(kind: DueKind): DueKind | undefined {
  return dueKinds[dueKinds.indexOf(kind) + 1];
}
