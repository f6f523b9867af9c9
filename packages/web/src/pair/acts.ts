import type { Pair } from "@dunmiao/domain/pair";
import { confirmActivity, recordActivity } from "@dunmiao/domain/pair/activities";
import { approvePair } from "@dunmiao/domain/pair/approvePair";
import { assignFile } from "@dunmiao/domain/pair/assignFile";
import { endPair } from "@dunmiao/domain/pair/endPair";
import type { PairChange, PairGround } from "@dunmiao/domain/pair/ground";
import { recordTest } from "@dunmiao/domain/pair/recordTest";
import { signAgreement } from "@dunmiao/domain/pair/signAgreement";
import type { PermittedAct } from "@dunmiao/domain/permissions";
import type { Outcome } from "@dunmiao/domain/refusal";
import { changePair, substituteMentor } from "@dunmiao/store/changePair";
import { pairSchemeOf } from "@dunmiao/store/pairScheme";
import type { Context, Hono } from "hono";
import * as z from "zod";
import { type Act, mountAct, type Show } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { activityForm, agreementForm, endForm, fileTaskForm, substituteForm, testForm } from "./form.ts";
import { pairView } from "./view.ts";

/** What a change of a pair is answered: its page, or the pair as it is then. */
export function toldOn(today: string, status: 200 | 201): Told<Pair> {
  return {
    status,
    location: ({ id }) => `/pairs/${id}`,
    body: (pair) => pairView(pair, pairSchemeOf(pair), today),
  };
}

/** The forms that stand on the page of a pair. */
const pairForms = ["agreement", "activities", "substitute", "tests", "end", "file-task"] as const;
export type PairForm = (typeof pairForms)[number];
/** The act behind each form: by it the page asks whether to offer it. */
export const actOfForm = {
  agreement: "sign-agreement",
  activities: "record-activity",
  substitute: "substitute-mentor",
  tests: "test-pair",
  end: "end-pair",
  "file-task": "assign-file",
} as const satisfies Record<PairForm, PermittedAct>;

type Ruled<Input> = {
  at: string;
  permission: PermittedAct;
  summary: string;
  form: z.ZodType<Input>;
  rule: (ground: PairGround, input: Input, c: Context<WebEnv>) => Outcome<PairChange>;
  show?: Show;
};

/** An act on one pair by its rule. */
function onPair<Input>({ at, permission, summary, form, rule, show }: Ruled<Input>): Act<Input, Pair> {
  return {
    path: `/pairs/:id/${at}`,
    permission,
    summary,
    form,
    change: (c, input, once) =>
      changePair(actingOf(c), { id: idOf(c), once, rule: (ground) => rule(ground, input, c) }),
    told: (c) => toldOn(c.var.today, 200),
    ...(show && { show }),
  };
}

function idOf(c: Context<WebEnv>): string {
  return c.req.param("id") ?? "";
}

/** Everything that is done about one pair; `showFor` is its page with the form that was refused. */
export function pairActs(app: Hono<WebEnv>, showFor: (form: PairForm) => Show): void {
  const form = <Input>(
    name: Exclude<PairForm, "substitute">,
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
    told: (c) => toldOn(c.var.today, 200),
    show,
  };
}
