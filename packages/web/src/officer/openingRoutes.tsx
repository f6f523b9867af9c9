import { may } from "@dunmiao/domain/permissions";
import { loadRecord } from "@dunmiao/store/engine/record";
import { officerNoun } from "@dunmiao/store/officer";
import { listOpenings } from "@dunmiao/store/opening";
import type { Hono } from "hono";
import * as z from "zod";
import { actorOf, allow } from "../access.ts";
import { cursorAt, cursorSchema, placeAsked } from "../cursor.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused } from "../problem.tsx";
import { everyPage } from "../sheet/everyPage.ts";
import { wantsHtml } from "../wants.ts";
import { OpeningsPage } from "./openingsPage.tsx";
import { officerHref } from "./show.tsx";

const openingsQuery = z.object({ cursor: cursorSchema.optional() });

/** Who opened a person's file: for the person, and for the auditor. */
export function openingRoutes(app: Hono<WebEnv>): void {
  app.get(
    "/officers/:serviceNumber/openings",
    allow("read-openings", "Who else opened a person's file, newest first", { query: openingsQuery }),
    async (c) => {
      const place = await placeAsked(c);
      if (!place.ok) return answerRefused(c, place.refusals);
      const { store, openings } = c.var.deps;
      const actor = actorOf(c);
      const serviceNumber = c.req.param("serviceNumber");
      const officer = { serviceNumber };
      if (!may(actor, "read-openings", { officer })) return answerProblem(c, "not-found");
      const person = await loadRecord(store, officerNoun, serviceNumber);
      if (!person) return answerProblem(c, "not-found");
      const numbers = [person.id, ...(person.numbers ?? []).map(({ number }) => number)];
      // Whoever asks finds what this process has noted so far.
      await openings.flush();
      const { items, next: last } = await everyPage(
        async (before) => {
          const page = await listOpenings(store, numbers, { before });
          return { items: page.openings, next: page.next };
        },
        { from: place.value, isWhole: c.var.isWhole },
      );
      const next = last === undefined ? undefined : await cursorAt(c, last);
      if (!wantsHtml(c)) return c.json({ items, ...(next && { cursor: next }) });
      const back = { href: officerHref(person.id), label: person.name };
      const props = { chrome: chromeOf(c), person, back, openings: items };
      return c.html(
        <OpeningsPage {...props} next={next && `${c.req.path}?cursor=${encodeURIComponent(next)}`} />,
      );
    },
  );
}
