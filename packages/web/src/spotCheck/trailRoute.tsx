import { loadRecord } from "@dunmiao/store/engine/record";
import { spotCheckNoun } from "@dunmiao/store/spotCheck";
import type { Hono } from "hono";
import { allow } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { eventsQuerySchema } from "../eventsQuery.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused } from "../problem.tsx";
import { eventPages } from "../sheet/eventPages.ts";
import { EventsPage } from "../ui/eventsPage.tsx";
import { wantsHtml } from "../wants.ts";
import { SpotCheckTrail } from "./trail.tsx";
import { peopleOnList } from "./view.ts";

/** Everything that was done to a spot check, for whoever may see it. */
export function trailRoute(app: Hono<WebEnv>) {
  app.get(
    "/spot-checks/:id/events",
    allow("read-spot-checks", "The trail of a spot check, oldest first", { query: eventsQuerySchema }),
    async (c) => {
      const { deps, text } = c.var;
      const check = await loadRecord(deps.store, spotCheckNoun, c.req.param("id"));
      if (!check) return answerProblem(c, "not-found");
      const of = { kind: "spot-check", id: check.id } as const;
      const trail = await eventPages(c, of);
      if (!trail.ok) return answerRefused(c, trail.refusals);
      const { events, next } = trail.value;
      if (!wantsHtml(c)) return c.json({ items: events, ...(next && { cursor: next }) });
      const caption = text.spotCheckPage.one({ on: check.on });
      const back = { href: `/spot-checks/${check.id}`, label: caption };
      const props = { chrome: chromeOf(c), section: "spotChecks", caption, back, next } as const;
      const people = await peopleOnList(deps, check);
      return c.html(
        <EventsPage {...props}>
          <SpotCheckTrail text={text} events={events} people={people} isWhole />
        </EventsPage>,
      );
    },
  );
}
