import type { CaseAct } from "@dunmiao/domain/caseAct";
import { beforeRuling, type RulingAct, rulingActs } from "@dunmiao/domain/ruling/acts";
import { type Context, Hono } from "hono";
import { allow } from "../access.ts";
import { paperChromeOf } from "../audit/signedHead.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
import { mountCaseAct, type Posted } from "../secondment/mountCaseAct.ts";
import { wantsHtml } from "../wants.ts";
import type { Failed } from "./actForm.tsx";
import { earlyEndRoutes } from "./earlyEndRoutes.tsx";
import { answerForm, noticeForm, proposalForm, serviceForm, statementForm } from "./form.ts";
import { NoticePage } from "./noticePage.tsx";
import { packInScope, packView } from "./pack.ts";
import { PackPage } from "./packPage.tsx";
import { PackPrintPage } from "./packPrintPage.tsx";
import { ruledSheet } from "./ruledSheet.ts";
import { toldRuling, toldStatement } from "./told.ts";

/** Statements, rulings, notices, reviews, early ends. */
export function rulingRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  packRoutes(app);
  beforeRoutes(app);
  actRoutes(app);
  app.route("/", earlyEndRoutes());
  return app;
}

function packRoutes(app: Hono<WebEnv>) {
  app.get(
    "/secondments/:id/ruling",
    allow("read-secondment", "Decision pack: everything that a ruling rests on, and what can be done now"),
    async (c) => {
      if (wantsHtml(c)) return showPack(c);
      const pack = await packInScope(c);
      return pack ? c.json(packView(pack)) : answerProblem(c, "not-found");
    },
  );
  app.get(
    "/secondments/:id/ruling/print",
    allow("read-secondment", "The decision pack for printing"),
    async (c) => {
      const pack = await packInScope(c);
      if (!pack) return answerProblem(c, "not-found");
      return c.html(<PackPrintPage chrome={await paperChromeOf(c)} pack={pack} />);
    },
  );
  app.get(
    "/secondments/:id/rulings/:rid/notice",
    allow("read-secondment", "The notice with its receipt slip, for printing"),
    async (c) => {
      const pack = await packInScope(c);
      const ruling = pack?.view.record.rulings.find(({ id }) => id === c.req.param("rid"));
      if (!pack || !ruling) return answerProblem(c, pack ? "unknown-ruling" : "not-found");
      if (!ruling.notice) return answerProblem(c, "notice-not-issued");
      if (!wantsHtml(c)) return c.json({ ruling, officer: pack.view.record.officer });
      const sheet = await ruledSheet(c.var.deps.store, pack.view.record, ruling.id);
      const props = { chrome: chromeOf(c), view: pack.view, ruling, notice: ruling.notice, sheet };
      return c.html(<NoticePage {...props} />);
    },
  );
}

function beforeRoutes(app: Hono<WebEnv>) {
  mountCaseAct(app, {
    path: "/secondments/:id/statements",
    act: beforeRuling.state,
    form: statementForm,
    summary: "The officer's statement, or its recorded refusal",
    told: toldStatement,
    show: (c, refused) => showPack(c, { act: "statement", ...refused }),
  });
  mountCaseAct(app, {
    path: "/secondments/:id/rulings",
    act: beforeRuling.propose,
    form: proposalForm,
    summary: "Propose a ruling",
    told: (c) => toldRuling(c, { status: 201 }),
    show: (c, refused) => showPack(c, { act: "propose", ...refused }),
  });
}

function actRoutes(app: Hono<WebEnv>) {
  const mount = <Input,>(name: RulingAct, act: CaseAct<Input>, posted: Posted<Input>) =>
    mountCaseAct(app, {
      ...posted,
      path: `/secondments/:id/rulings/:rid/${name}`,
      about: "rid",
      act,
      told: (c) => toldRuling(c, { rulingId: c.req.param("rid") }),
      show: (c, refused) => showPack(c, { act: name, rulingId: c.req.param("rid") ?? "", ...refused }),
    });
  const { approve, reject, notice, receipt, review, uphold, reopen } = rulingActs;
  mount("approve", approve, { form: answerForm, summary: "Approve a ruling that somebody else proposed" });
  mount("reject", reject, { form: answerForm, summary: "Reject a proposed ruling" });
  mount("notice", notice, { form: noticeForm, summary: "Issue the notice of a ruling" });
  mount("receipt", receipt, { form: serviceForm, summary: "Record how the officer received the notice" });
  mount("review", review, { form: answerForm, summary: "Ask for review of a ruling" });
  mount("uphold", uphold, { form: answerForm, summary: "Uphold a ruling on review" });
  mount("reopen", reopen, { form: answerForm, summary: "Set a ruling aside on review" });
}

/** The decision pack, with a refused act if there is one. */
async function showPack(c: Context<WebEnv>, failed?: Failed) {
  const pack = await packInScope(c);
  if (!pack) return answerProblem(c, "not-found");
  const cohorts = await c.var.deps.cohorts.current();
  const { cohortId } = pack.view.record;
  const cohortName = cohorts.find(({ id }) => id === cohortId)?.name ?? c.var.text.gone.cohort;
  const page = <PackPage chrome={chromeOf(c)} pack={pack} cohortName={cohortName} failed={failed} />;
  return c.html(page, failed ? statusOf(failed.refusals) : 200);
}
