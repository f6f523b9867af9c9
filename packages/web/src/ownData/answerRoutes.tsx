import { dataAnswerInputSchema } from "@dunmiao/domain/dataRequest";
import type { Officer } from "@dunmiao/domain/officer";
import { answerRequest } from "@dunmiao/domain/officer/dataRequests";
import { changeDataRequest } from "@dunmiao/store/dataRequest";
import { loadRecord } from "@dunmiao/store/engine/record";
import { officerNoun } from "@dunmiao/store/officer";
import type { Context, Hono } from "hono";
import { allow } from "../access.ts";
import { mountAct } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { opens } from "../opened.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
import type { Refused } from "../ui/oneOfForms.ts";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { AnswerPage } from "./answerPage.tsx";

/** What people asked to be corrected, and the answer: for the personnel office, and the approver once it is late. */
export function answerRoutes(app: Hono<WebEnv>): void {
  app.get(
    "/officers/:serviceNumber/requests",
    allow("answer-own-correction", "What a person asked to be corrected"),
    (c) => showRequests(c),
  );
  mountAct(app, {
    path: "/officers/:serviceNumber/requests/:id/answer",
    permission: "answer-own-correction",
    summary: "Answer a request for correction; nobody answers their own",
    form: dataAnswerInputSchema,
    told: () => told,
    change: (c, input, once) => {
      const acting = actingOf(c);
      const id = c.req.param("id") ?? "";
      return changeDataRequest(acting, { id: numberOf(c), once }, (officer) =>
        answerRequest(officer, { id, ...input }, acting),
      );
    },
    show: (c, refused) => showRequests(c, refused),
  });
}

const told: Told<Officer> = {
  status: 200,
  location: ({ id }) => `/officers/${encodeURIComponent(id)}/requests`,
  body: ({ requests = [] }) => ({ requests }),
};

function numberOf(c: Context<WebEnv>): string {
  return c.req.param("serviceNumber") ?? "";
}

async function showRequests(
  c: Context<WebEnv>,
  { values, refusals }: Refused = { values: {}, refusals: [] },
) {
  const { store, calendar } = c.var.deps;
  const officer = await loadRecord(store, officerNoun, numberOf(c));
  if (!officer) return answerProblem(c, "not-found");
  const serviceNumber = officer.id;
  opens(c, { kind: "officer", id: serviceNumber }, [{ serviceNumber }], { officer: { serviceNumber } });
  if (!wantsHtml(c)) return c.json({ items: officer.requests ?? [] });
  const errors = fieldMessages(c.var.text, refusals);
  const props = { chrome: chromeOf(c), officer, calendar: await calendar.current(), values, errors };
  return c.html(<AnswerPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}
