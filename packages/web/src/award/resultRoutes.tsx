import { recordAward, revokeAward } from "@dunmiao/domain/award/recordAward";
import {
  decideContribution,
  reportContribution,
  verifyContribution,
} from "@dunmiao/domain/award/recordContribution";
import type { Change, Ground } from "@dunmiao/domain/change";
import type { PermittedAct } from "@dunmiao/domain/permissions";
import type { Outcome } from "@dunmiao/domain/refusal";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { Context, Hono } from "hono";
import type * as z from "zod";
import { actorOf, allow } from "../access.ts";
import { answerChanged, onceOf, type Told } from "../answer.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { changeInScope } from "../secondment/change.ts";
import { secondmentInScope } from "../secondment/load.ts";
import { wantsHtml } from "../wants.ts";
import type { Failed } from "./failed.ts";
import { adoptionForm, awardForm, contributionForm, revocationForm, verificationForm } from "./form.ts";
import { ResultsPage } from "./resultsPage.tsx";

/** Awards and contributions of one secondment, each act with its rule. */
export function resultRoutes(app: Hono<WebEnv>): void {
  app.get("/secondments/:id/results", allow("read-secondment", "Awards and contributions of a term"), (c) =>
    showResults(c, undefined),
  );
  postRoute(app, "awards", {
    permission: "record-award",
    form: awardForm,
    name: () => "award",
    status: 201,
    rule: (ground, _id, input) => recordAward(ground, input),
  });
  postRoute(app, "awards/:item/revoke", {
    permission: "record-award",
    form: revocationForm,
    name: (id) => `revoke-${id}`,
    status: 200,
    rule: revokeAward,
  });
  contributionRoutes(app);
}

function contributionRoutes(app: Hono<WebEnv>) {
  postRoute(app, "contributions", {
    permission: "report-contribution",
    form: contributionForm,
    name: () => "contribution",
    status: 201,
    rule: (ground, _id, input) => reportContribution(ground, input),
  });
  const decided = { name: (id: string) => `decide-${id}`, status: 200 } as const;
  postRoute(app, "contributions/:item/verify", {
    ...decided,
    permission: "verify-contribution",
    form: verificationForm,
    rule: verifyContribution,
  });
  postRoute(app, "contributions/:item/adopt", {
    ...decided,
    permission: "decide-contribution",
    form: adoptionForm,
    rule: (ground, id, input) => decideContribution(ground, id, { ...input, outcome: "adopted" }),
  });
  postRoute(app, "contributions/:item/reject", {
    ...decided,
    permission: "decide-contribution",
    form: adoptionForm,
    rule: (ground, id, input) => decideContribution(ground, id, { ...input, outcome: "not-adopted" }),
  });
}

/** One act: what it is in the table of permissions, its body, the form of the page that it belongs to, and the rule that decides. */
type Act<T> = {
  permission: PermittedAct;
  form: z.ZodType<T>;
  name: (itemId: string) => string;
  status: 200 | 201;
  rule: (ground: Ground, itemId: string, input: T) => Outcome<Change>;
};

function postRoute<T>(app: Hono<WebEnv>, path: string, { permission, form, name, status, rule }: Act<T>) {
  app.post(`/secondments/:id/${path}`, allow(permission), async (c) => {
    const item = c.req.param("item") ?? "";
    const input = await readBody(c, form);
    if (!input.ok) {
      const { raw: values, refusals } = input;
      return wantsHtml(c)
        ? showResults(c, { form: name(item), values, refusals })
        : answerRefused(c, refusals);
    }
    const { value, raw: values, use } = input.value;
    const told = toldResults(status);
    const changed = await changeInScope(c, (ground) => rule(ground, item, value), onceOf(use, told));
    return answerChanged(c, changed, told, (refusals) =>
      showResults(c, { form: name(item), values, refusals }),
    );
  });
}

function toldResults(status: 200 | 201): Told<Secondment> {
  return {
    status,
    location: ({ id }) => `/secondments/${id}/results`,
    body: ({ id, version, awards, contributions }) => ({ id, version, awards, contributions }),
  };
}

/** The page with its forms; a refused one comes back with what was sent and why not. */
async function showResults(c: Context<WebEnv>, failed: Failed | undefined) {
  const found = await secondmentInScope(c, 0);
  if (!found) return answerProblem(c, "not-found");
  const { record, scheme } = found;
  if (!wantsHtml(c)) return c.json({ awards: record.awards, contributions: record.contributions });
  const props = { chrome: chromeOf(c), actor: actorOf(c), record, scheme, failed };
  return c.html(<ResultsPage {...props} />, failed ? statusOf(failed.refusals) : 200);
}
