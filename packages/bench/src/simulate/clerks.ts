import { addDays } from "@dunmiao/domain/calendarDate";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { Act } from "@dunmiao/local/demo/acts";
import { formActs } from "@dunmiao/local/demo/forms";
import { type Random, randomFrom } from "@dunmiao/local/demo/random";
import { resultActs } from "@dunmiao/local/demo/results";
import { actsOf } from "@dunmiao/local/demo/story";
import { calendar } from "../people.ts";
import { afterwardsActs } from "./afterwards.ts";
import { extensionActs } from "./extension.ts";
import { type SimulatedPerson, scheme } from "./people.ts";

/** 50 of 224 asked for a further term (S3). */
const askers = { of: 224, are: 50 };
/** The leaves that the demo tells around its first day fall so long before the end of the term. */
const daysBeforeEnd = 60;

/** Everything that people do about everyone, by day. */
export class Agenda {
  readonly #byDay = new Map<string, { id: string; act: Act }[]>();

  add(id: string, acts: readonly Act[]): void {
    for (const act of acts) {
      const day = this.#byDay.get(act.on) ?? [];
      day.push({ id, act });
      this.#byDay.set(act.on, day);
    }
  }

  /** The acts of a day, by whom they are about, each in its order; they are forgotten with this. */
  take(day: string): Map<string, Act[]> {
    const acts = this.#byDay.get(day) ?? [];
    this.#byDay.delete(day);
    const byId = Map.groupBy(acts, ({ id }) => id);
    return new Map([...byId].map(([id, list]) => [id, list.map(({ act }) => act)]));
  }
}

/** The agenda of the whole simulation. */
export function agendaOf(people: readonly Pick<SimulatedPerson, "sealed" | "plot">[]): Agenda {
  const agenda = new Agenda();
  const asks = whoAsks(people);
  for (const [at, { sealed, plot }] of people.entries()) {
    const { id, term } = sealed.record;
    const random = randomFrom(at);
    const year = { calendar, ...term, today: addDays(term.to, -daysBeforeEnd) };
    agenda.add(id, actsOf(plot, year, random));
    if (plot.reportsInAfter !== "never")
      agenda.add(id, [...filedIn(sealed.record, random), ...resultActs(year, random)]);
    if (asks.has(at)) agenda.add(id, extensionActs(term, random));
    agenda.add(id, afterwardsActs(term, random));
  }
  return agenda;
}

/** What is filed in one term. */
export function filedIn({ term }: Pick<Secondment, "term">, random: Random): Act[] {
  return formActs({ term, scheme, calendar }, random);
}

/** Places of those who ask for a further term. */
export function whoAsks(people: readonly Pick<SimulatedPerson, "plot">[]): Set<number> {
  const served = [...people.keys()].filter((at) => people[at]?.plot.reportsInAfter !== "never");
  const many = Math.round((people.length * askers.are) / askers.of);
  return new Set(randomFrom(50).shuffled(served).slice(0, many));
}
