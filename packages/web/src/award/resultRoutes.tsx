import { awardActs, contributionActs } from "@dunmiao/domain/award/acts";
import type { CaseAct } from "@dunmiao/domain/caseAct";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { Context, Hono } from "hono";
import { allow } from "../access.ts";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
import { secondmentInScope } from "../secondment/load.ts";
import { mountCaseAct, type Posted } from "../secondment/mountCaseAct.ts";
import { wantsHtml } from "../wants.ts";
import type { Failed } from "./failed.ts";
import { adoptionForm, awardForm, contributionForm, revocationForm, verificationForm } from "./form.ts";
import { ResultsPage } from "./resultsPage.tsx";

/** Awards and contributions of one secondment, each act with its rule. */
export function resultRoutes(app: Hono<WebEnv>): void {
  app.get("/secondments/:id/results", allow("read-secondment", "Awards and contributions of a term"), (c) =>
    showResults(c, undefined),
  );
  actRoutes(app);
}

function actRoutes(app: Hono<WebEnv>) {
  const mount = <Input,>(path: string, act: CaseAct<Input>, posted: Act<Input>) => {
    const { form, summary, page, status = 200 } = posted;
    mountCaseAct(app, {
      form,
      summary,
      act,
      path: `/secondments/:id/${path}`,
      about: "item",
      told: () => toldResults(status),
      show: (c, refused) => showResults(c, { form: page(c.req.param("item") ?? ""), ...refused }),
    });
  };
  const revoking = (id: string) => `revoke-${id}`;
  const deciding = (id: string) => `decide-${id}`;
  mount("awards", awardActs.record, {
    form: awardForm,
    summary: "Enter an award",
    page: () => "award",
    status: 201,
  });
  mount("awards/:item/revoke", awardActs.revoke, {
    form: revocationForm,
    summary: "Revoke an award as another person of HR",
    page: revoking,
  });
  const { report, verify, adopt, reject } = contributionActs;
  mount("contributions", report, {
    form: contributionForm,
    summary: "Report a contribution",
    page: () => "contribution",
    status: 201,
  });
  mount("contributions/:item/verify", verify, {
    form: verificationForm,
    summary: "Verify a contribution",
    page: deciding,
  });
  mount("contributions/:item/adopt", adopt, {
    form: adoptionForm,
    summary: "Adopt a contribution",
    page: deciding,
  });
  mount("contributions/:item/reject", reject, {
    form: adoptionForm,
    summary: "Do not adopt a contribution",
    page: deciding,
  });
}

/** An act with the form of the page that it belongs to, by what it is done to. */
type Act<Input> = Posted<Input> & { page: (itemId: string) => string; status?: 201 };

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
  const { record, scheme, ground } = found;
  if (!wantsHtml(c)) return c.json({ awards: record.awards, contributions: record.contributions });
  const props = { chrome: chromeOf(c), ground, record, scheme, failed };
  return c.html(<ResultsPage {...props} />, failed ? statusOf(failed.refusals) : 200);
}
