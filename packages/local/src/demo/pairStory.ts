import type { Actor } from "@dunmiao/domain/actor";
import { addDays, laterOf } from "@dunmiao/domain/calendarDate";
import type { Change } from "@dunmiao/domain/change";
import { canonical } from "@dunmiao/domain/event";
import type { EventOfKind } from "@dunmiao/domain/eventType";
import type { Officer } from "@dunmiao/domain/officer";
import type { Pair } from "@dunmiao/domain/pair";
import type { PairRules } from "@dunmiao/domain/pair/ground";
import { pairSteps } from "@dunmiao/domain/pair/pairSteps";
import { planPair } from "@dunmiao/domain/pair/planPair";
import { schemeLabel } from "@dunmiao/domain/scheme";
import { systemActor } from "@dunmiao/store/engine/acting";
import { indexAttributes } from "@dunmiao/store/engine/indexKeys";
import { textKey } from "@dunmiao/store/engine/keys";
import { type Sealed, seal } from "@dunmiao/store/engine/seal";
import { derivePair, pairNoun } from "@dunmiao/store/pair";
import type { Units } from "@dunmiao/store/unit";
import { demoActor } from "../desk/personas.ts";
import { pairActs } from "./pairActs.ts";
import type { PairPlot } from "./pairPlot.ts";
import { randomFrom } from "./random.ts";
import { allowed, noon } from "./record.ts";

/** A pair with all its events, and the words beside it. */
export type PairStory = Sealed<Pair> & { textItems: readonly Record<string, unknown>[] };
type World = { rules: PairRules; units: Units; today: string };

/**
 * One pair as the same rules make it when people act on these days and the workflow moves it in between.
 * @throws Error when a rule refuses: then the demo tells something that the product does not allow
 */
export function pairStoryOf(plot: PairPlot, mentor: Officer, apprentice: Officer, world: World): PairStory {
  const { rules, units, today } = world;
  const random = randomFrom(Number(apprentice.id));
  const input = {
    mentor: mentor.id,
    apprentice: apprentice.id,
    focus: plot.focus,
    from: plot.from,
    ...(plot.to && { to: plot.to }),
    leading: "apprentice" as const,
    eligibility: plot.fate === "proposed" ? ["years"] : rules.scheme.eligibility.map(({ key }) => key),
    kin: false,
  };
  const ground = {
    id: plot.id,
    ...rules,
    units,
    mentor,
    apprentice,
    actor: demoActor("hr"),
    today: plot.from,
  };
  const planned = allowed(planPair(input, ground), plot.id);
  let last = sealed(planned, { actor: demoActor("hr"), on: plot.from, rules });
  const eventItems = [...last.eventItems];
  const textItems: Record<string, unknown>[] = [];
  const take = (change: Change<Pair, EventOfKind<"pair">>, actor: Actor, on: string) => {
    last = sealed(change, { before: last, actor, on, rules });
    eventItems.push(...last.eventItems);
    for (const each of change.texts ?? [])
      textItems.push({ ...textKey("pair", plot.id, each.name, each.id), text: canonical(each.text) });
  };
  const moveUntil = (day: string) => {
    for (
      let step = pairSteps.next(last.record, rules, day);
      step;
      step = pairSteps.next(last.record, rules, day)
    )
      take(pairSteps.take(last.record, step, rules, step.on), systemActor("progress"), step.on);
  };
  for (const { on, by, rule } of pairActs(last.record, plot, { today, random })) {
    moveUntil(on);
    take(allowed(rule({ pair: last.record, ...rules, actor: by, today: on }), `${plot.id} on ${on}`), by, on);
  }
  moveUntil(today);
  return { ...last, seen: 0, recordItem: placed(last, rules), eventItems, textItems };
}

type Line = { before?: Sealed<Pair>; actor: Actor; on: string; rules: PairRules };

/** Times of a trail never run backwards; what is done today was done when the day began. */
function sealed(change: Change<Pair, EventOfKind<"pair">>, { before, actor, on, rules }: Line): Sealed<Pair> {
  const at = laterOf(`${addDays(on, -1)}T16:00:00.000Z`, before?.event.at ?? addDays(on, -1) + noon);
  const event = { ...change.event, scheme: schemeLabel(rules.scheme) };
  // Only the last state is stored: what lists show of the earlier ones is never asked for.
  const derive = () => ({ summary: {}, index: {} });
  const sealable = {
    noun: pairNoun,
    ...(before && { before: before.record }),
    after: change.after,
    event,
    derive,
  };
  return seal(sealable, { actor, at, on, calendarVersion: rules.calendar.version });
}

function placed({ record, recordItem, event }: Sealed<Pair>, rules: PairRules): Record<string, unknown> {
  const { summary, dueOn, index } = derivePair(rules)(record, event.at);
  const place = indexAttributes("pair", record.id, { ...index, ...(dueOn !== undefined && { dueOn }) });
  return { ...recordItem, ...place, summary };
}
