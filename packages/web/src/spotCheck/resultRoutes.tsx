import type { Outcome, Refusal } from "@dunmiao/domain/refusal";
import type { SpotCheck } from "@dunmiao/domain/spotCheck";
import { correctablePick } from "@dunmiao/domain/spotCheck/spotCheckCorrection";
import { type DrawnPerson, openPick } from "@dunmiao/domain/spotCheck/spotCheckResult";
import { loadRecord } from "@dunmiao/store/engine/record";
import { spotCheckNoun } from "@dunmiao/store/spotCheck";
import { correctResult, recordResult, type Whom } from "@dunmiao/store/spotCheckResult";
import type { Context, Hono } from "hono";
import { allow } from "../access.ts";
import { mountAct, type Show } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { wantsHtml } from "../wants.ts";
import { correctedOf, correctionForm, foundOf, resultForm } from "./form.ts";
import { ResultPage } from "./resultPage.tsx";
import { peopleOnList, personName, spotCheckView } from "./view.ts";

const path = "/spot-checks/:id/results/:secondmentId";

/** The result of one who was drawn, and its correction: forms and acts. */
export function resultRoutes(app: Hono<WebEnv>) {
  app.get(path, allow("run-spot-checks", "Form of a result"), (c) => showPick(c, openPick));
  mountAct(app, {
    ...pickAct(openPick),
    path,
    form: resultForm,
    summary: "Record what was found",
    change: (c, input, once) => recordResult(actingOf(c), { ...whomOf(c), once }, foundOf(input)),
  });
  app.get(`${path}/correct`, allow("run-spot-checks", "Form that corrects a result"), (c) =>
    showPick(c, correctablePick),
  );
  mountAct(app, {
    ...pickAct(correctablePick),
    path: `${path}/correct`,
    form: correctionForm,
    summary: "Correct a result",
    change: (c, input, once) => correctResult(actingOf(c), { ...whomOf(c), once }, correctedOf(input)),
  });
}

type PickOf = (check: SpotCheck, secondmentId: string) => Outcome<DrawnPerson>;

/** What recording and correcting a result share. */
function pickAct(pickOf: PickOf) {
  const told = (c: Context<WebEnv>): Told<SpotCheck> => ({
    status: 200,
    location: ({ id }) => `/spot-checks/${id}#p-${whomOf(c).secondmentId}`,
    body: spotCheckView,
  });
  const show: Show = (c, refused) => showPick(c, pickOf, refused);
  return { permission: "run-spot-checks", told, show } as const;
}

function whomOf(c: Context<WebEnv>): Pick<Whom, "id" | "secondmentId"> {
  const { id = "", secondmentId = "" } = c.req.param();
  return { id, secondmentId };
}

type Given = { values: Readonly<Record<string, string>>; refusals: readonly Refusal[] };

/** The form, or the refusal where there is nothing to record or to correct. */
async function showPick(
  c: Context<WebEnv>,
  pickOf: PickOf,
  { values, refusals }: Given = { values: {}, refusals: [] },
) {
  const { id = "", secondmentId = "" } = c.req.param();
  const check = await loadRecord(c.var.deps.store, spotCheckNoun, id);
  if (!check) return answerProblem(c, "not-found");
  const pick = pickOf(check, secondmentId);
  if (!pick.ok) return answerRefused(c, pick.refusals);
  if (!wantsHtml(c)) return c.json(pick.value);
  const person = personName(c.var.text, await peopleOnList(c.var.deps, check), secondmentId);
  const given = { from: check.on, to: check.on, ...values };
  const { result } = pick.value;
  const props = { chrome: chromeOf(c), check, secondmentId, person, result, values: given, refusals };
  return c.html(<ResultPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}
