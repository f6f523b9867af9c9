import { pause, resume, returnMentor } from "@dunmiao/domain/pair/memberDays";
import { decideObjection, objectToPair } from "@dunmiao/domain/pair/objections";
import { reviewMidTerm } from "@dunmiao/domain/pair/reviewMidTerm";
import { signSkill } from "@dunmiao/domain/pair/signSkill";
import { statePair } from "@dunmiao/domain/pair/statePair";
import { tickItem } from "@dunmiao/domain/pair/tickItem";
import type { Hono } from "hono";
import { mountAct, type Show } from "../act.ts";
import type { WebEnv } from "../deps.ts";
import {
  decisionForm,
  itemForm,
  midTermForm,
  objectionForm,
  pauseForm,
  returnForm,
  skillForm,
  statementForm,
} from "./form.ts";
import { actOfForm, onPair, type PairForm, type Ruled } from "./pairAct.ts";

type Mounting = {
  form: <Input>(
    name: Exclude<PairForm, "substitute" | "hand-over" | "decision">,
    ruled: Omit<Ruled<Input>, "at" | "permission" | "show">,
  ) => void;
  showFor: (form: PairForm) => Show;
};

/** What is done about a pair on its way: skills, the middle, the statement, days elsewhere, objections. */
export function lifeActs(app: Hono<WebEnv>, { form, showFor }: Mounting): void {
  form("items", {
    summary: "Tick an item of 四促三互 that the scheme lists, as one of the two or as their unit",
    form: itemForm,
    rule: tickItem,
  });
  form("skills", {
    summary: "Sign a skill of the checklist, as neither of the two",
    form: skillForm,
    rule: signSkill,
  });
  form("mid-term", {
    summary: "Enter how the first half went, which closes its step",
    form: midTermForm,
    rule: reviewMidTerm,
  });
  form("statement", {
    summary: "Give the statement of the apprentice, anew until the final test",
    form: statementForm,
    rule: statePair,
  });
  form("mentor-return", {
    summary: "Say on which day the mentor leads again",
    form: returnForm,
    rule: returnMentor,
  });
  form("pause", {
    summary: "Say that the apprentice is elsewhere: whole months of it want no entry",
    form: pauseForm,
    rule: pause,
  });
  form("resume", {
    summary: "Say on which day the apprentice is back",
    form: returnForm,
    rule: resume,
  });
  form("objections", {
    summary: "Object to how the pair ended, within the window of its scheme",
    form: objectionForm,
    rule: objectToPair,
  });
  mountAct(
    app,
    onPair({
      at: "objections/:side/decide",
      permission: actOfForm.decision,
      summary: "Decide an objection, as somebody who did not decide before",
      form: decisionForm,
      rule: (ground, input, c) => decideObjection(ground, c.req.param("side") ?? "", input),
      show: showFor("decision"),
    }),
  );
}
