import * as z from "zod";
import { signature } from "../actor.ts";
import { calendarDateSchema } from "../calendarDate.ts";
import { monthsOf } from "../checkpoint.ts";
import { contractShape, planLineSchema, signerNameSchema } from "../pair.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import { refusedEntry } from "./actOn.ts";
import type { PairChange, PairGround } from "./ground.ts";

export const agreementInputSchema = z.object({
  /** The day on which both had signed. */
  signedOn: calendarDateSchema.optional(),
  /** Name of the leader who signed for the unit. */
  signedForUnit: signerNameSchema.optional(),
  ...z.object(contractShape).partial().shape,
  /** What each month (YYYY-MM) is for. */
  plan: z.record(z.string().max(7), planLineSchema).optional(),
});
export type AgreementInput = z.infer<typeof agreementInputSchema>;

/**
 * Enters what the agreement says: duties, content, aim, check standard, what each month is for, when both signed it and who
 * signed for the unit. What is left out stays as it was; refuses `agreement-empty`, `plan-outside-term`, `in-the-future`,
 * and `required` where somebody signed on no day.
 */
export function signAgreement(ground: PairGround, input: AgreementInput): Outcome<PairChange> {
  const { pair, actor, today } = ground;
  const refused = refusedEntry(ground, "sign-agreement");
  if (refused) return refused;
  const { signedOn = pair.agreement?.signedOn, plan = {}, signedForUnit, ...said } = input;
  const contract = Object.fromEntries(Object.entries(said).filter(([, words]) => words !== undefined));
  const parts = [...Object.keys(contract), ...Object.keys(plan)];
  const isSigned = input.signedOn !== undefined || signedForUnit !== undefined;
  if (parts.length === 0 && !isSigned) return refuse("agreement-empty", "signedOn");
  if (signedForUnit !== undefined && signedOn === undefined) return refuse("required", "signedOn");
  if (signedOn !== undefined && signedOn > today) return refuse("in-the-future", "signedOn", { today });
  const months = monthsOf(pair.term);
  const outside = Object.keys(plan).find((month) => !months.includes(month));
  if (outside !== undefined) {
    const { from, to } = pair.term;
    return refuse("plan-outside-term", `plan.${outside}`, { from: from.slice(0, 7), to: to.slice(0, 7) });
  }
  const agreement = isSigned &&
    signedOn !== undefined && {
      ...pair.agreement,
      signedOn,
      ...(signedForUnit !== undefined && { signedForUnit }),
      entered: { by: signature(actor), on: today },
    };
  return accept({
    after: {
      ...pair,
      contract: { ...pair.contract, ...contract },
      plan: { ...pair.plan, ...plan },
      ...(agreement && { agreement }),
    },
    event: {
      type: "pair.agreed",
      change: {
        parts,
        ...(input.signedOn !== undefined && { signedOn: input.signedOn }),
        ...(signedForUnit !== undefined && { signedForUnit }),
      },
    },
  });
}
