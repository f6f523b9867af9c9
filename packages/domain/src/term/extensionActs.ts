import { caseAct, someWords } from "../caseAct.ts";
import type { Ground } from "../change.ts";
import { decideExtension, type ExtensionAnswer, hearHost, hearSending } from "./decideExtension.ts";
import {
  type ExtensionRequest,
  type ExtensionWithdrawal,
  requestExtension,
  withdrawExtension,
} from "./requestExtension.ts";

const reason = someWords;
/** Whoever may answer at all may decline. */
const no = () => ({ agrees: false, reason });

/** What is done to the request for a further term. */
export const extensionActs = {
  request: caseAct({
    permission: "request-extension",
    rule: (ground, _, input: ExtensionRequest) => requestExtension(ground, input),
    probe: () => ({ months: 1, reason }),
  }),
  host: caseAct({
    permission: "hear-host",
    rule: (ground, _, input: ExtensionAnswer) => hearHost(ground, input),
    probe: no,
  }),
  sending: caseAct({
    permission: "hear-sending",
    rule: (ground, _, input: ExtensionAnswer) => hearSending(ground, input),
    probe: no,
  }),
  decide: caseAct({
    permission: "decide-extension",
    rule: (ground, _, input: ExtensionAnswer) => decideExtension(ground, input),
    probe: no,
  }),
  withdraw: caseAct({
    permission: "request-extension",
    rule: (ground, _, input: ExtensionWithdrawal) => withdrawExtension(ground, input),
    probe: () => ({ reason }),
  }),
};
export type ExtensionAct = keyof typeof extensionActs;

/** Whose answer the request waits for, where it is this actor's. */
export function extensionTurnOf(ground: Ground): "host" | "sending" | "decide" | undefined {
  return (["host", "sending", "decide"] as const).find((turn) => extensionActs[turn].ask(ground).ok);
}
