import type { Actor } from "../../src/actor.ts";
import type { Officer } from "../../src/officer.ts";
import type { PairGround } from "../../src/pair/ground.ts";
import { type PairInput, type PairPlanGround, planPair } from "../../src/pair/planPair.ts";
import type { Pair } from "../../src/pair.ts";
import { type PairScheme, presetPairSchemes } from "../../src/pairScheme.ts";
import type { Unit } from "../../src/unit.ts";
import { calendar, must } from "./world.ts";

const today = "2026-03-02";
const unit = (id: string, kind: Unit["kind"], parent?: string): [string, Unit] => [
  id,
  { id, version: 1, head: "", name: `单位${id}`, kind, ...(parent && { parent }) },
];
const units = new Map([
  unit("JG-01", "office", "4201"),
  unit("420102", "branch", "4201"),
  unit("42010201", "station", "420102"),
  unit("42010202", "station", "420102"),
]);
const officer = (id: string, homeUnit: string): Officer => ({
  id,
  version: 1,
  head: "",
  name: `民警${id}`,
  sex: "female",
  birthMonth: "1990-05",
  kind: "officer",
  homeUnit,
});
const onFile = new Map([
  ["100001", officer("100001", "JG-01")],
  ["200001", officer("200001", "42010201")],
  ["300001", officer("300001", "42010202")],
]);

/** A preset by its id. */
export function pairScheme(id = "pair-standard"): PairScheme {
  const found = presetPairSchemes.find((each) => each.id === id);
  if (!found) throw new Error(`no pair scheme ${id}`);
  return found;
}

/** The two, who are on file: the mentor of an office, the apprentice of a station. */
export const usual: PairInput = {
  mentor: "100001",
  apprentice: "200001",
  focus: "casework",
  from: today,
  leading: "apprentice",
  eligibility: ["years", "rank", "record"],
  kin: false,
};

export function planGround(input: PairInput, change: Partial<PairPlanGround> = {}): PairPlanGround {
  return {
    id: "pair-1",
    scheme: pairScheme(),
    calendar,
    units,
    mentor: onFile.get(input.mentor),
    apprentice: onFile.get(input.apprentice),
    actor: { id: "hr-1", role: "hr" },
    today,
    ...change,
  };
}

/** A pair as it is planned, with facts of its own. */
export function pair(facts: Partial<Pair> = {}, input: Partial<PairInput> = {}): Pair {
  const whole = { ...usual, ...input };
  return { ...must(planPair(whole, planGround(whole))).after, version: 1, ...facts };
}

export const people = {
  hr: { id: "hr-1", role: "hr" },
  hr2: { id: "hr-2", role: "hr" },
  station: { id: "station-1", role: "station", unit: "42010201" },
  sending: { id: "sending-1", role: "sending", unit: "JG-01" },
  mentor: { id: "mentor-1", role: "mentor", serviceNumber: "100001" },
  apprentice: { id: "officer-2", role: "officer", serviceNumber: "200001" },
  other: { id: "officer-3", role: "officer", serviceNumber: "300001" },
} as const satisfies Record<string, Actor>;

/** What a rule about a pair stands on: who, on which day. */
export function pairGround(of: Pair, actor: Actor, on = today): PairGround {
  return { pair: of, scheme: pairScheme(of.schemeId), calendar, actor, today: on };
}

/** Somebody on file, as a rule is given them. */
export function onFileAs(number: string) {
  return { officer: onFile.get(number), units };
}
