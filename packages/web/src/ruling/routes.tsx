import { proposeRuling } from "@dunmiao/domain/ruling/proposeRuling";
import { giveStatement } from "@dunmiao/domain/ruling/statement";
import { type Context, Hono } from "hono";
import { allow } from "../access.ts";
import { answerChanged, onceOf } from "../answer.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { changeInScope } from "../secondment/change.ts";
import { wantsHtml } from "../wants.ts";
import type { Failed } from "./actForm.tsx";
import { type Act, type RulingAct, rulingActs } from "./acts.ts";
import { earlyEndRoutes } from "./earlyEndRoutes.tsx";
import { proposalForm, statementForm } from "./form.ts";
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
  statementRoute(app);
  proposalRoute(app);
  actRoute(app, "approve", rulingActs.approve);
  actRoute(app, "reject", rulingActs.reject);
  actRoute(app, "notice", rulingActs.notice);
  actRoute(app, "receipt", rulingActs.receipt);
  actRoute(app, "review", rulingActs.review);
  actRoute(app, "uphold", rulingActs.uphold);
  actRoute(app, "reopen", rulingActs.reopen);
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
      return c.html(<PackPrintPage chrome={chromeOf(c)} pack={pack} />);
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

function statementRoute(app: Hono<WebEnv>) {
  app.post("/secondments/:id/statements", allow("give-statement"), async (c) => {
    const input = await readBody(c, statementForm);
    const values = input.ok ? input.value.raw : input.raw;
    const show = (refusals: Failed["refusals"]) => showPack(c, { act: "statement", values, refusals });
    if (!input.ok) return wantsHtml(c) ? show(input.refusals) : answerRefused(c, input.refusals);
    const { value, use } = input.value;
    const told = await toldStatement(c);
    const changed = await changeInScope(c, (ground) => giveStatement(ground, value), onceOf(use, told));
    return answerChanged(c, changed, told, show);
  });
}

function proposalRoute(app: Hono<WebEnv>) {
  app.post("/secondments/:id/rulings", allow("propose-ruling"), async (c) => {
    const input = await readBody(c, proposalForm);
    const values = input.ok ? input.value.raw : input.raw;
    const show = (refusals: Failed["refusals"]) => showPack(c, { act: "propose", values, refusals });
    if (!input.ok) return wantsHtml(c) ? show(input.refusals) : answerRefused(c, input.refusals);
    const { value, use } = input.value;
    const told = await toldRuling(c, { status: 201 });
    const changed = await changeInScope(c, (ground) => proposeRuling(ground, value), onceOf(use, told));
    return answerChanged(c, changed, told, show);
  });
}

function actRoute<T>(app: Hono<WebEnv>, act: Act, { permission, form, rule }: RulingAct<T>) {
  app.post(`/secondments/:id/rulings/:rid/${act}`, allow(permission), async (c) => {
    const rulingId = c.req.param("rid");
    const input = await readBody(c, form);
    const values = input.ok ? input.value.raw : input.raw;
    const show = (refusals: Failed["refusals"]) => showPack(c, { act, rulingId, values, refusals });
    if (!input.ok) return wantsHtml(c) ? show(input.refusals) : answerRefused(c, input.refusals);
    const { value, use } = input.value;
    const told = await toldRuling(c, { rulingId });
    const changed = await changeInScope(c, (ground) => rule(ground, rulingId, value), onceOf(use, told));
    return answerChanged(c, changed, told, show);
  });
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
