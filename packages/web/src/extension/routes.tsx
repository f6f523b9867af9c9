import type { Ground } from "@dunmiao/domain/change";
import type { Refusal } from "@dunmiao/domain/refusal";
import type { Secondment } from "@dunmiao/domain/secondment";
import { extensionTurnOf } from "@dunmiao/domain/term/decideExtension";
import { extensionWindow } from "@dunmiao/domain/term/requestExtension";
import { type Context, Hono } from "hono";
import { allow } from "../access.ts";
import { answerChanged, onceOf, type Told } from "../answer.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { changeInScope } from "../secondment/change.ts";
import { secondmentInScope } from "../secondment/load.ts";
import { wantsHtml } from "../wants.ts";
import { type Act, acts, type ExtensionAct } from "./acts.ts";
import type { Failed } from "./fields.tsx";
import { ExtensionPage } from "./page.tsx";

/** Requests for a further term: asked for, heard by host and sending unit, decided by the bureau. */
export function extensionRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/secondments/:id/extension", allow("read-secondment", "The request for a further term"), (c) =>
    show(c),
  );
  actRoute(app, "request", acts.request);
  actRoute(app, "host", acts.host);
  actRoute(app, "sending", acts.sending);
  actRoute(app, "decide", acts.decide);
  actRoute(app, "withdraw", acts.withdraw);
  return app;
}

function actRoute<T>(app: Hono<WebEnv>, act: Act, { path, permission, form, rule }: ExtensionAct<T>) {
  app.post(`/secondments/:id/extension${path}`, allow(permission), async (c) => {
    const input = await readBody(c, form);
    const values = input.ok ? input.value.raw : input.raw;
    const again = (refusals: readonly Refusal[]) => show(c, { act, values, refusals });
    if (!input.ok) return wantsHtml(c) ? again(input.refusals) : answerRefused(c, input.refusals);
    const { value, use } = input.value;
    const changed = await changeInScope(c, (ground) => rule(ground, value), onceOf(use, told));
    return answerChanged(c, changed, told, again);
  });
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
