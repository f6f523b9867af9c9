import type { Pair } from "@dunmiao/domain/pair";
import { confirmActivity, recordActivity } from "@dunmiao/domain/pair/activities";
import { approvePair } from "@dunmiao/domain/pair/approvePair";
import { assignFile } from "@dunmiao/domain/pair/assignFile";
import { endPair } from "@dunmiao/domain/pair/endPair";
import { recordTest } from "@dunmiao/domain/pair/recordTest";
import { signAgreement } from "@dunmiao/domain/pair/signAgreement";
import { handOver, substituteMentor } from "@dunmiao/store/changePair";
import type { Hono } from "hono";
import { uuidv7 } from "uuidv7";
import * as z from "zod";
import { type Act, mountAct, type Show } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { WebEnv } from "../deps.ts";
import {
  activityForm,
  agreementForm,
  endForm,
  fileTaskForm,
  handOverForm,
  substituteForm,
  testForm,
} from "./form.ts";
import { lifeActs } from "./lifeActs.ts";
import { actOfForm, idOf, onPair, type PairForm, type Ruled, toldOf } from "./pairAct.ts";

/** Everything that is done about one pair; `showFor` is its page with the form that was refused. */
export function pairActs(app: Hono<WebEnv>, showFor: (form: PairForm) => Show): void {
  const form = <Input>(
    name: Exclude<PairForm, "substitute" | "hand-over" | "decision">,
    ruled: Omit<Ruled<Input>, "at" | "permission" | "show">,
  ) => mountAct(app, onPair({ ...ruled, at: name, permission: actOfForm[name], show: showFor(name) }));
  mountAct(
    app,
    onPair({
      at: "approve",
      permission: "approve-pair",
      summary: "Let a proposed pair begin as the second person",
      form: z.object({}),
      rule: approvePair,
    }),
  );
  form("agreement", {
    summary: "Enter agreement, aims and the plan of each month",
    form: agreementForm,
    rule: signAgreement,
  });
  form("activities", {
    summary: "Enter what the two did on a day, and what both learned",
    form: activityForm,
    rule: recordActivity,
  });
  mountAct(
    app,
    onPair({
      at: "activities/:activityId/confirm",
      permission: "confirm-activity",
      summary: "Confirm what the other of the two entered",
      form: z.object({}),
      rule: (ground, _, c) => confirmActivity(ground, c.req.param("activityId") ?? ""),
    }),
  );
  form("tests", { summary: "Enter a final test with its grade", form: testForm, rule: recordTest });
  form("end", {
    summary: "End a pair: completed, or dissolved with the reason",
    form: endForm,
    rule: endPair,
  });
  form("file-task", {
    summary: "Ask somebody to complete the file of a pair by a day",
    form: fileTaskForm,
    rule: assignFile,
  });
  mountAct(app, substituting(showFor("substitute")));
  mountAct(app, handingOver(showFor("hand-over")));
  lifeActs(app, { form, showFor });
}

/** Who stands in for a mentor is looked up as they are on file. */
function substituting(show: Show): Act<z.infer<typeof substituteForm>, Pair> {
  return {
    path: "/pairs/:id/substitute",
    permission: actOfForm.substitute,
    summary: "Say that the mentor is away from a day on, and who leads meanwhile",
    form: substituteForm,
    change: async (c, input, once) =>
      substituteMentor(actingOf(c), input, { id: idOf(c), units: await c.var.deps.units.current(), once }),
    told: (c) => toldOf(c, 200),
    show,
  };
}

/** The new mentor is looked up as they are on file; the next pair has an id of its own. */
function handingOver(show: Show): Act<z.infer<typeof handOverForm>, Pair> {
  return {
    path: "/pairs/:id/hand-over",
    permission: actOfForm["hand-over"],
    summary: "Hand an apprentice over to another mentor, in a pair that follows",
    form: handOverForm,
    change: async (c, input, once) => {
      const to = { id: idOf(c), next: `pair-${uuidv7()}`, units: await c.var.deps.units.current(), once };
      return handOver(actingOf(c), input, to);
    },
    told: (c) => toldOf(c, 200),
    show,
  };
}
