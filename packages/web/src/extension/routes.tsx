import type { CaseAct } from "@dunmiao/domain/caseAct";
import type { Ground } from "@dunmiao/domain/change";
import type { Secondment } from "@dunmiao/domain/secondment";
import { type ExtensionAct, extensionActs, extensionTurnOf } from "@dunmiao/domain/term/extensionActs";
import { extensionWindow } from "@dunmiao/domain/term/requestExtension";
import { type Context, Hono } from "hono";
import { allow } from "../access.ts";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
import { secondmentInScope } from "../secondment/load.ts";
import { mountCaseAct, type Posted } from "../secondment/mountCaseAct.ts";
import { wantsHtml } from "../wants.ts";
import type { Failed } from "./fields.tsx";
import { extensionAnswerForm, extensionRequestForm, extensionWithdrawalForm } from "./form.ts";
import { ExtensionPage } from "./page.tsx";

/** Requests for a further term: asked for, heard by host and sending unit, decided by the bureau. */
export function extensionRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/secondments/:id/extension", allow("read-secondment", "The request for a further term"), (c) =>
    show(c),
  );
  actRoutes(app);
  return app;
}

function actRoutes(app: Hono<WebEnv>) {
  const mount = <Input,>(name: ExtensionAct, act: CaseAct<Input>, posted: Posted<Input>) =>
    mountCaseAct(app, {
      ...posted,
      path: `/secondments/:id/extension${name === "request" ? "" : `/${name}`}`,
      act,
      told: () => told,
      show: (c, refused) => show(c, { act: name, ...refused }),
    });
  const { request, host, sending, decide, withdraw } = extensionActs;
  mount("request", request, { form: extensionRequestForm, summary: "Ask for a further term" });
  mount("host", host, { form: extensionAnswerForm, summary: "Opinion of the host" });
  mount("sending", sending, { form: extensionAnswerForm, summary: "Opinion of the sending unit" });
  mount("decide", decide, { form: extensionAnswerForm, summary: "Decision of the bureau" });
  mount("withdraw", withdraw, { form: extensionWithdrawalForm, summary: "Take the request back" });
}

const told: Told<Secondment> = {
  status: 200,
  location: ({ id }) => `/secondments/${id}/extension`,
  body: ({ id, version, extension }) => ({ id, version, extension }),
};

/** The page of the request, with a refused act if there is one. */
async function show(c: Context<WebEnv>, failed?: Failed) {
  const found = await secondmentInScope(c, 0);
  if (!found) return answerProblem(c, "not-found");
  const { ground } = found;
  if (!wantsHtml(c)) return c.json(view(ground));
  const props = { chrome: chromeOf(c), ground, failed };
  return c.html(<ExtensionPage {...props} />, failed ? statusOf(failed.refusals) : 200);
}

function view(ground: Ground) {
  const { secondment, scheme } = ground;
  const { id, term, extension, continues } = secondment;
  const window = extensionWindow(secondment, scheme);
  return {
    id,
    term,
    window,
    maxMonths: scheme.extensionMonths,
    extension,
    continues,
    turn: extensionTurnOf(ground),
  };
}
