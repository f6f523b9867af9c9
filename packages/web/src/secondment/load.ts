import { may } from "@dunmiao/domain/permissions";
import { loadSecondment } from "@dunmiao/store/secondment";
import type { Context } from "hono";
import { actOf, actorOf } from "../access.ts";
import { actingOf } from "../acting.ts";
import type { WebEnv } from "../deps.ts";
import { opens } from "../opened.ts";
import { type CaseRead, readCase } from "./caseView.ts";

/**
 * The secondment of the URL as a page shows it and as its probes judge it, with the newest events, if it lies in the
 * actor's scope; else undefined, as if it did not exist.
 */
export async function secondmentInScope(c: Context<WebEnv>, lastEvents = 25): Promise<CaseRead | undefined> {
  const { store, calendar } = c.var.deps;
  // The calendar is asked for beside the record; the ground finds it at hand.
  const [found] = await Promise.all([
    loadSecondment(store, c.req.param("id") ?? "", lastEvents),
    calendar.current(),
  ]);
  if (!found || !may(actorOf(c), actOf(c), found.record)) return undefined;
  const { id, officer } = found.record;
  const numbers = found.record.corrected?.flatMap(({ into }) => into ?? []);
  opens(c, { kind: "secondment", id }, [{ serviceNumber: officer.serviceNumber, numbers }], found.record);
  return readCase(actingOf(c), found);
}
