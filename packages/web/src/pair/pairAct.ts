import type { Pair } from "@dunmiao/domain/pair";
import type { PairChange, PairGround } from "@dunmiao/domain/pair/ground";
import type { PermittedAct } from "@dunmiao/domain/permissions";
import type { Outcome } from "@dunmiao/domain/refusal";
import { changePair } from "@dunmiao/store/changePair";
import { knownPairScheme } from "@dunmiao/store/pairScheme";
import type { Context } from "hono";
import type * as z from "zod";
import type { Act, Show } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { pairView } from "./view.ts";

/** What a change of a pair is answered: its page, or the pair as it is then. */
export function toldOf(c: Context<WebEnv>, status: 200 | 201): Told<Pair> {
  const { deps, today } = c.var;
  return {
    status,
    location: ({ id }) => `/pairs/${id}`,
    body: (pair) => {
      // Whatever changed the pair has read its scheme.
      const scheme = knownPairScheme(deps.store, pair);
      return scheme ? pairView(pair, scheme, today) : { id: pair.id };
    },
  };
}

/** The act behind each form: by it the page asks whether to offer it. */
export const actOfForm = {
  agreement: "sign-agreement",
  activities: "record-activity",
  items: "record-activity",
  skills: "sign-skill",
  "mid-term": "review-pair",
  statement: "state-pair",
  substitute: "substitute-mentor",
  "mentor-return": "return-mentor",
  pause: "substitute-mentor",
  resume: "return-mentor",
  tests: "test-pair",
  "hand-over": "hand-over-pair",
  end: "end-pair",
  objections: "object-to-pair",
  decision: "decide-objection",
  "file-task": "assign-file",
} as const satisfies Record<string, PermittedAct>;
/** The forms that stand on the page of a pair. */
export type PairForm = keyof typeof actOfForm;

export type Ruled<Input> = {
  at: string;
  permission: PermittedAct;
  summary: string;
  form: z.ZodType<Input>;
  rule: (ground: PairGround, input: Input, c: Context<WebEnv>) => Outcome<PairChange>;
  show?: Show;
};

/** An act on one pair by its rule. */
export function onPair<Input>({ at, permission, summary, form, rule, show }: Ruled<Input>): Act<Input, Pair> {
  return {
    path: `/pairs/:id/${at}`,
    permission,
    summary,
    form,
    change: (c, input, once) =>
      changePair(actingOf(c), { id: idOf(c), once, rule: (ground) => rule(ground, input, c) }),
    told: (c) => toldOf(c, 200),
    ...(show && { show }),
  };
}

export function idOf(c: Context<WebEnv>): string {
  return c.req.param("id") ?? "";
}
