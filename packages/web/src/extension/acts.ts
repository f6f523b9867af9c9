import type { Change, Ground } from "@dunmiao/domain/change";
import type { PermittedAct } from "@dunmiao/domain/permissions";
import type { Outcome } from "@dunmiao/domain/refusal";
import { decideExtension, hearHost, hearSending } from "@dunmiao/domain/term/decideExtension";
import { requestExtension, withdrawExtension } from "@dunmiao/domain/term/requestExtension";
import type * as z from "zod";
import { extensionAnswerForm, extensionRequestForm, extensionWithdrawalForm } from "./form.ts";

/** One act on a request: the end of its URL, what it is in the table of permissions, its body, and the rule that decides. */
export type ExtensionAct<T> = {
  path: string;
  permission: PermittedAct;
  form: z.ZodType<T>;
  rule: (ground: Ground, input: T) => Outcome<Change>;
};

function act<T>(made: ExtensionAct<T>): ExtensionAct<T> {
  return made;
}

export const acts = {
  request: act({
    path: "",
    permission: "request-extension",
    form: extensionRequestForm,
    rule: requestExtension,
  }),
  host: act({ path: "/host", permission: "hear-host", form: extensionAnswerForm, rule: hearHost }),
  sending: act({
    path: "/sending",
    permission: "hear-sending",
    form: extensionAnswerForm,
    rule: hearSending,
  }),
  decide: act({
    path: "/decide",
    permission: "decide-extension",
    form: extensionAnswerForm,
    rule: decideExtension,
  }),
  withdraw: act({
    path: "/withdraw",
    permission: "request-extension",
    form: extensionWithdrawalForm,
    rule: withdrawExtension,
  }),
};
export type Act = keyof typeof acts;

/** Stands for what a person would write: only asked whether the rule would let them. */
const reason = "?";

/** Whether the rules would let this actor ask for a further term now; nothing is written. */
export function mayRequest(ground: Ground): boolean {
  return requestExtension(ground, { months: 1, reason }).ok;
}

/** Whether the actor may take the open request back. */
export function mayWithdraw(ground: Ground): boolean {
  return withdrawExtension(ground, { reason }).ok;
}
