import { caseAct, someWords } from "../caseAct.ts";
import { acceptForm, returnForm } from "./decideForm.ts";

/** What is decided on a form that was submitted. */
export const formActs = {
  accept: caseAct({ permission: "decide-form", rule: acceptForm, probe: () => ({}) }),
  return: caseAct({ permission: "decide-form", rule: returnForm, probe: () => ({ reason: someWords }) }),
};
export type FormAct = keyof typeof formActs;
