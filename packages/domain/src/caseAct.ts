import type { Change, Ground } from "./change.ts";
import { may, type PermittedAct } from "./permissions.ts";
import { type Outcome, refuse } from "./refusal.ts";

/** Something that a person does to a secondment; `about` is what of it: an absence, a ruling, empty for the whole. */
type Made<Input> = {
  readonly permission: PermittedAct;
  /** Decides, and says what is to be written. */
  readonly rule: (ground: Ground, about: string, input: Input) => Outcome<Change>;
  /** What stands for the words of a person while nobody has written any: whatever the rule may ask for is in it. */
  readonly probe: (ground: Ground, about: string) => NoInfer<Input>;
};

/** An act with its question: pages offer what it allows and say why not, nobody judges by a rule of their own. */
export type CaseAct<Input> = Omit<Made<Input>, "probe"> & {
  /** Whether this actor could do it now: the rule itself is asked, nothing is written. Refuses `not-found` out of reach. */
  readonly ask: (ground: Ground, about?: string) => Outcome<Change>;
};

/** An act of its permission, its rule and its probe. */
export function caseAct<Input>({ permission, rule, probe }: Made<Input>): CaseAct<Input> {
  const ask: CaseAct<Input>["ask"] = (ground, about = "") =>
    may(ground.actor, permission, ground.secondment)
      ? rule(ground, about, probe(ground, about))
      : refuse("not-found");
  return { permission, rule, ask };
}

/** Stands for a sentence that a person would write. */
export const someWords = "?";

/** Stands for a document that a person would name. */
export function someEvidence({ today }: Pick<Ground, "today">) {
  return { number: someWords, title: someWords, date: today };
}
