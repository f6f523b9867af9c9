import type { RefusalCode } from "@dunmiao/domain/refusal";
import type { Secondment } from "@dunmiao/domain/secondment";
import { type Act, putOff } from "@dunmiao/local/demo/acts";
import { randomFrom } from "@dunmiao/local/demo/random";
import { changeSecondment, type SecondmentChanged } from "@dunmiao/store/changeSecondment";
import { cached } from "@dunmiao/store/engine/cached";
import type { Store } from "@dunmiao/store/engine/client";
import { loadRecord } from "@dunmiao/store/engine/record";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { calendar } from "../people.ts";
import type { Workflows } from "../workflows.ts";
import { type Agenda, filedIn } from "./clerks.ts";
import { scheme } from "./people.ts";

const peopleAtOnce = 4;
export const kept = cached(async () => calendar, 36_000);

/** Refusals that people meet in an ordinary year: too late for a form, or nothing there that waits for them. */
const expected = new Set<RefusalCode>([
  "absences-undecided",
  "month-undecided",
  "checkpoint-missed",
  "checkpoint-dropped",
  "closed-to-facts",
  "form-not-submitted",
  "unknown-assessment",
  "no-open-extension",
  "not-your-turn",
  "nothing-changes",
  "no-review-requested",
]);

/** What happened: acts done, put off, refused by code; ids of further terms. */
export type Deeds = { done: number; putOff: number; refused: Map<string, number>; further: string[] };
type Run = {
  store: Store;
  workflows: Workflows;
  clock: { today: string };
  agenda: Agenda;
};

export function noDeeds(): Deeds {
  return { done: 0, putOff: 0, refused: new Map(), further: [] };
}

/** Day by day: the sweep at six, then everything that people do on that day. */
export async function runDays(run: Run, deeds: Deeds, days: readonly string[]): Promise<void> {
  for (const day of days) {
    run.clock.today = day;
    await run.workflows.run("daily-sweep", `daily-sweep-${day}`, {});
    await inParallel(run.agenda.take(day), async ([id, acts]) => {
      for (const act of acts) await perform(run, deeds, { id, act });
    });
  }
}

async function perform(run: Run, deeds: Deeds, { id, act }: { id: string; act: Act }): Promise<void> {
  const { store, agenda } = run;
  const record = await loadRecord(store, secondmentNoun, id);
  if (!record) throw new Error(`no secondment ${id}`);
  const actor = act.by(record, { scheme, calendar });
  const acting = { store, calendar: kept, actor, today: act.on, now: `${act.on}T04:00:00.000Z` };
  const changed = await changeSecondment(acting, { id, rule: act.rule });
  if (changed.outcome !== "refused") {
    deeds.done += 1;
    const further = grantedTo(changed, record);
    if (further) await takeUp(run, deeds, further);
    return;
  }
  const again = putOff(act, { ok: false, refusals: changed.refusals }, { calendar });
  if (again) {
    deeds.putOff += 1;
    return agenda.add(id, [again]);
  }
  for (const { code } of changed.refusals) {
    if (!expected.has(code)) throw new Error(`${id} on ${act.on}: ${code}`);
    deeds.refused.set(code, (deeds.refused.get(code) ?? 0) + 1);
  }
}

function grantedTo(changed: SecondmentChanged, before: Secondment): string | undefined {
  const after = "record" in changed ? changed.record.extension?.continuedBy : undefined;
  return before.extension?.continuedBy === undefined ? after : undefined;
}

/** Forms are filed in a further term as in the first. */
async function takeUp({ store, agenda, clock }: Run, deeds: Deeds, id: string): Promise<void> {
  const further = await loadRecord(store, secondmentNoun, id);
  if (!further) throw new Error(`no further term ${id}`);
  const acts = filedIn(further, randomFrom(deeds.further.length));
  deeds.further.push(id);
  agenda.add(
    id,
    acts.filter(({ on }) => on > clock.today),
  );
}

/** So many at a time. */
export async function inParallel<T>(all: Iterable<T>, work: (each: T) => Promise<void>): Promise<void> {
  const waiting = all[Symbol.iterator]();
  const worker = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: peopleAtOnce }, worker));
}
