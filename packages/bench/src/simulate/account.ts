import { isFiled } from "@dunmiao/domain/assessment";
import { planOf } from "@dunmiao/domain/checkpoint";
import { countOf } from "@dunmiao/domain/count/count";
import { nextStep } from "@dunmiao/domain/nextStep";
import { latestRuling } from "@dunmiao/domain/ruling/rulingOf";
import { type Checkpoint, limitDaysOf, type Secondment } from "@dunmiao/domain/secondment";
import { calendar } from "../people.ts";
import { scheme } from "./people.ts";

const rules = { scheme, calendar };
/** What became of a checkpoint by the end of the simulation. */
export const fates = ["filed in time", "filed late", "missed", "dropped", "still waits", "ahead"] as const;
export type Fate = (typeof fates)[number];

/** Everything that the records say, added up, and everything about them that does not reconcile. */
export type Account = {
  statuses: Map<string, number>;
  checkpoints: Map<string, Map<Fate, number>>;
  over: { underReview: number; notRecognised: number };
  rulings: { inForce: number; byTwo: number; rejected: number; reviewed: number };
  extensions: Map<string, number>;
  faults: string[];
};

export function emptyAccount(): Account {
  return {
    statuses: new Map(),
    checkpoints: new Map(),
    over: { underReview: 0, notRecognised: 0 },
    rulings: { inForce: 0, byTwo: 0, rejected: 0, reviewed: 0 },
    extensions: new Map(),
    faults: [],
  };
}

/** Adds one record as it stands on a day. */
export function addRecord(account: Account, record: Secondment, today: string): void {
  addOne(account.statuses, record.status);
  if (record.extension) addOne(account.extensions, record.extension.state);
  const fault = (what: string) => account.faults.push(`${record.id}: ${what}`);
  const left = nextStep(record, rules, today);
  if (left.step !== "nothing-left") fault(`${left.step} was due on ${left.on}`);
  for (const each of record.checkpoints) addCheckpoint(account, record, each, fault);
  addLimit(account, record, today, fault);
  addRulings(account, record, fault);
}

type Faulty = (what: string) => void;

function addCheckpoint(account: Account, record: Secondment, checkpoint: Checkpoint, fault: Faulty): void {
  const { kind } = planOf(scheme, checkpoint.key);
  const fate = fateOf(checkpoint);
  const fatesOfKind = account.checkpoints.get(kind) ?? new Map<Fate, number>();
  addOne(fatesOfKind, fate);
  account.checkpoints.set(kind, fatesOfKind);
  const isIn = formsAreIn(record, checkpoint);
  if (isIn === undefined) return;
  if (checkpoint.state === "done" && !isIn) fault(`${checkpoint.key} is done without its forms`);
  if (isIn && ["open", "late", "missed"].includes(checkpoint.state))
    fault(`${checkpoint.key} is ${checkpoint.state} with all its forms`);
}

function fateOf({ state, doneOn, dueOn }: Checkpoint): Fate {
  switch (state) {
    case "done":
      return doneOn !== undefined && doneOn > dueOn ? "filed late" : "filed in time";
    case "missed":
    case "dropped":
      return state;
    case "planned":
      return "ahead";
    default:
      return "still waits";
  }
}

/** Whether every form is in; undefined where there is none to file. */
function formsAreIn({ assessments }: Secondment, { key }: Checkpoint): boolean | undefined {
  const { forms } = planOf(scheme, key);
  if (forms.length === 0) return undefined;
  return forms.every(({ by }) =>
    assessments.some((each) => each.checkpoint === key && each.by === by && isFiled(each)),
  );
}

function addLimit({ over }: Account, record: Secondment, today: string, fault: Faulty): void {
  // A term that a ruling cut short is held against the days that the ruling was about.
  const { endedOn: _, ...uncut } = record;
  const { countedDays } = countOf(record.earlyEnd ? record : uncut, scheme, calendar, today);
  const isOver = countedDays > limitDaysOf(record, scheme);
  if (isOver && record.status === "under-review") over.underReview += 1;
  else if (isOver && record.status === "not-recognised") over.notRecognised += 1;
  else if (isOver) fault(`${countedDays} days are over the limit, yet it is ${record.status}`);
  if (!isOver && record.status === "under-review") fault(`under review with ${countedDays} days`);
}

function addRulings({ rulings }: Account, record: Secondment, fault: Faulty): void {
  for (const { id, state, proposed, decided, reviewRequest, reviewAnswer } of record.rulings) {
    if (state === "rejected") rulings.rejected += 1;
    if (state !== "in-force" && state !== "upheld") continue;
    rulings.inForce += 1;
    if (decided && decided.by.id !== proposed.by.id) rulings.byTwo += 1;
    else fault(`ruling ${id} was not made by two people`);
    if (reviewAnswer) rulings.reviewed += 1;
    const before = [proposed.by.id, decided?.by.id, reviewRequest?.by.id];
    if (reviewAnswer && before.includes(reviewAnswer.by.id))
      fault(`review of ${id} was not a third person's`);
  }
  const isRuled = record.status === "recognised" || record.status === "not-recognised";
  const ruling = latestRuling(record);
  const stands = ruling && ["in-force", "upheld"].includes(ruling.state) ? ruling : undefined;
  if (isRuled !== (stands !== undefined)) fault(`${record.status} with ${record.rulings.length} rulings`);
  if (stands && stands.outcome !== record.status) fault(`ruled ${stands.outcome}, yet ${record.status}`);
}

/** Adds one to what is counted under a name. */
export function addOne<K>(counts: Map<K, number>, name: K): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** All of the counts together. */
export function sumOf(counts: ReadonlyMap<unknown, number>): number {
  return [...counts.values()].reduce((sum, each) => sum + each, 0);
}
