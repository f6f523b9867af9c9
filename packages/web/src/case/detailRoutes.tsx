import { warningAct } from "@dunmiao/domain/absence/acknowledgeWarning";
import { explainDays } from "@dunmiao/domain/count/explainDays";
import { ruledTerm } from "@dunmiao/domain/secondment";
import { Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { paperChromeOf } from "../audit/signedHead.ts";
import type { WebEnv } from "../deps.ts";
import { eventsQuerySchema } from "../eventsQuery.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused } from "../problem.tsx";
import { caseView } from "../secondment/caseView.ts";
import { csvRoutes } from "../secondment/csvRoutes.ts";
import { acknowledgement } from "../secondment/form.ts";
import { secondmentInScope } from "../secondment/load.ts";
import { mountCaseAct } from "../secondment/mountCaseAct.ts";
import { toldSecondment } from "../secondment/told.ts";
import { eventPages } from "../sheet/eventPages.ts";
import { EventsPage } from "../ui/eventsPage.tsx";
import { personCaption, personLabel } from "../ui/personNow.ts";
import { wantsHtml } from "../wants.ts";
import { DaysPage } from "./daysPage.tsx";
import { ExplanationPage } from "./explanationPage.tsx";
import { PrintPage } from "./printPage.tsx";
import { reportInRoutes } from "./reportInRoutes.tsx";
import { Trail } from "./trail.tsx";

/** What leads on from the list and from a page: file for Excel, days, trail, print view, report-in, warnings. */
export function secondmentDetailRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.route("/", csvRoutes());
  detailRoutes(app);
  trailRoute(app);
  app.route("/", reportInRoutes());
  acknowledgeRoute(app);
  return app;
}

function detailRoutes(app: Hono<WebEnv>) {
  app.get(
    "/secondments/:id/days",
    allow("read-secondment", "Every day of the term and why it counts or not"),
    async (c) => {
      const found = await secondmentInScope(c, 0);
      if (!found) return answerProblem(c, "not-found");
      const days = explainDays(ruledTerm(found.record), found.scheme, found.calendar, c.var.today);
      if (!wantsHtml(c)) return c.json({ items: days });
      return c.html(<DaysPage chrome={chromeOf(c)} {...found} days={days} />);
    },
  );
  app.get("/secondments/:id/print", allow("read-secondment", "The case for printing"), async (c) => {
    const found = await secondmentInScope(c, 0);
    if (!found) return answerProblem(c, "not-found");
    return c.html(
      <PrintPage chrome={await paperChromeOf(c)} view={caseView(found, actorOf(c), c.var.today)} />,
    );
  });
  app.get(
    "/secondments/:id/explanation",
    allow("read-secondment", "The days that count on one sheet, for the officer to sign"),
    async (c) => {
      const found = await secondmentInScope(c, 0);
      if (!found) return answerProblem(c, "not-found");
      return c.html(<ExplanationPage chrome={chromeOf(c)} view={caseView(found, actorOf(c), c.var.today)} />);
    },
  );
}

function trailRoute(app: Hono<WebEnv>) {
  app.get(
    "/secondments/:id/events",
    allow("read-secondment", "The trail, oldest first", { query: eventsQuerySchema }),
    async (c) => {
      const found = await secondmentInScope(c, 0);
      if (!found) return answerProblem(c, "not-found");
      const of = { kind: "secondment", id: found.record.id } as const;
      const trail = await eventPages(c, of);
      if (!trail.ok) return answerRefused(c, trail.refusals);
      const { events, next } = trail.value;
      if (!wantsHtml(c)) return c.json({ items: events, ...(next && { cursor: next }) });
      const { record, scheme } = found;
      const back = { href: `/secondments/${record.id}`, label: personLabel(record) };
      const props = { chrome: chromeOf(c), section: "secondments", back, next } as const;
      return c.html(
        <EventsPage {...props} caption={personCaption(c.var.text, record)}>
          <Trail text={c.var.text} events={events} scheme={scheme} isWhole />
        </EventsPage>,
      );
    },
  );
}

function acknowledgeRoute(app: Hono<WebEnv>) {
  mountCaseAct(app, {
    path: "/secondments/:id/warnings/:level/acknowledge",
    about: "level",
    act: warningAct,
    form: acknowledgement,
    summary: "Mark a warning as seen",
    told: (c) => toldSecondment(c, "#warnings"),
  });
}
