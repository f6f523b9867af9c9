import { addDays, naturalDays } from "@dunmiao/domain/calendarDate";
import { writtenDate } from "@dunmiao/domain/writtenDate";
import { allowEveryone } from "@dunmiao/web/access";
import type { WebEnv } from "@dunmiao/web/deps";
import { ownPath } from "@dunmiao/web/ownPath";
import { wantsHtml } from "@dunmiao/web/wants";
import { Hono } from "hono";
import { isUsableDay } from "../options.ts";
import type { DemoClock } from "./clock.ts";
import type { ClockMover } from "./clockMover.ts";
import { clockPage } from "./clockPage.tsx";
import { clockState } from "./clockState.ts";
import { answerLocal, type LocalContext, type LocalRefusal, readFields } from "./request.ts";

const mostDaysAtOnce = 800;
/** A move that is over by then goes back to the page it was asked from; a longer one shows how far it is. */
const patienceMs = 1_500;

type Deps = { clock: DemoClock; mover: ClockMover; isCatchingUp: () => boolean };

/** The demo clock: what day it is, and forward. */
export function clockRoutes(deps: Deps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/local/clock", allowEveryone("The demo clock"), (c) => {
    if (!wantsHtml(c)) return c.json(clockState(deps));
    return clockPage(c, { state: clockState(deps), next: ownPath(c.req.query("next")) });
  });
  app.post("/local/clock", allowEveryone("Move the demo clock"), async (c) => {
    const fields = await readFields(c);
    const day = dayOf(fields, deps.clock.today);
    const next = ownPath(fields?.next);
    const refusal = refusalOf(fields, day, deps.clock.today);
    if (refusal || day === undefined)
      return answerLocal(c, refusal ? [refusal] : [], (errors) =>
        clockPage(c, { state: clockState(deps), next, errors, value: fields?.today }),
      );
    return answerMove(c, { ...deps, day, next });
  });
  return app;
}

function dayOf(fields: Record<string, string> | undefined, today: string): string | undefined {
  if (fields?.by === "day") return addDays(today, 1);
  if (fields?.by === "week") return addDays(today, 7);
  return fields?.today && (writtenDate(fields.today) ?? fields.today);
}

function refusalOf(
  fields: Record<string, string> | undefined,
  day: string | undefined,
  today: string,
): LocalRefusal | undefined {
  if (!fields) return { code: "invalid-json" };
  if (day === undefined || !isUsableDay(day)) return { code: "invalid-date", field: "today" };
  if (day < today) return { code: "clock-backwards", field: "today", params: { today } };
  if (naturalDays(today, day) - 1 > mostDaysAtOnce)
    return { code: "clock-too-far", field: "today", params: { days: String(mostDaysAtOnce) } };
  return undefined;
}

async function answerMove(c: LocalContext, of: Deps & { day: string; next: string }): Promise<Response> {
  const arrived = of.mover.moveTo(of.day);
  if (!wantsHtml(c)) {
    await arrived;
    return c.json(clockState(of));
  }
  const isSoon = await Promise.race([arrived.then(() => true), patience()]);
  return c.redirect(isSoon ? of.next : `/local/clock?next=${encodeURIComponent(of.next)}`, 303);
}

function patience(): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), patienceMs).unref());
}
