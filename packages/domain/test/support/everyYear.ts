import { expect } from "vitest";
import { isEffective } from "../../src/absence.ts";
import type { Actor } from "../../src/actor.ts";
import { addDays } from "../../src/calendarDate.ts";
import { countedHalves, halvesGone } from "../../src/count/countedHalves.ts";
import type { Scheme } from "../../src/scheme.ts";
import { isOpenToFacts, ruledTerm, type Secondment } from "../../src/secondment.ts";
import { carriedOn, daysHandedOn } from "../../src/term/carriedDays.ts";
import type { WorkCalendar } from "../../src/workCalendar.ts";
import { catchUp } from "../../src/year/catchUp.ts";
import { recountSecondment } from "../../src/year/recount.ts";
import { summaryOf } from "../../src/year/summaryOf.ts";
import { calendars } from "./calendars.ts";
import { acts, names, type Story, type Try } from "./everyStory.ts";
import { timetabled } from "./forms.ts";
import { unreadOf } from "./readsBack.ts";
import { person, planned } from "./world.ts";

const start = "2025-03-03";
const stray = ["officer", "station", "branch", "sending", "hr", "hr-2", "approver", "inspector", "auditor"];

const strict = {
  ...timetabled,
  warnAtDays: [0.5],
  extensionResetsCount: false,
  extensionWindow: { opensAfterMonths: 1 },
};
export const schemes: readonly Scheme[] = [
  strict,
  { ...strict, id: "moving", termStartsOn: "report-in" },
  { ...strict, id: "making-up", overLimitOutcome: "make-up-extension", limitDays: 2 },
];

function actorOf(name: string): Actor {
  if (name === "successor") return { id: "officer-2", role: "officer", serviceNumber: "100002" };
  return person(name);
}

/** What a proposal and its approval are about. */
function proposalOf({ id }: Secondment, { absenceId, correctionId }: Record<string, unknown>): string {
  return JSON.stringify([id, absenceId, correctionId]);
}

/** A half day that left the count without two people and evidence. */
type Alone = { act: string; half: number; by: string[] };

/** Terms of one officer on which people act by every rule there is; nothing of the rules is asked for what is alone. */
export class Year {
  readonly terms: Secondment[];
  readonly alone: Alone[] = [];
  readonly done: string[] = [];
  /** Members of changes that do not read as their events are stored. */
  readonly unread: string[] = [];
  #today = start;
  #calendar: WorkCalendar = calendars[0];
  readonly #proposed = new Map<string, { by: string; hadEvidence: boolean }>();
  readonly #scheme: Scheme;

  constructor(scheme: Scheme) {
    this.#scheme = scheme;
    this.terms = [{ ...planned(start, scheme), version: 1 }];
  }

  play(story: Story): this {
    for (const { later, calendar, batch, tries } of story) {
      this.#today = addDays(this.#today, later);
      if (calendar === "changes") this.#changeCalendar();
      for (const at of this.terms.keys()) this.#sweep(at);
      const accepted = this.#rarestFirst(tries).find((each) => this.#act(each));
      // A batch is the same act on everything that it fits, one after the other.
      if (batch && accepted)
        for (let nth = 0; nth < 10; nth += 1) this.#act({ ...accepted, dice: { ...accepted.dice, nth } });
    }
    return this;
  }

  /** What nobody has done yet comes first: so stories get past what is always allowed. */
  #rarestFirst(tries: readonly Try[]): Try[] {
    const times = ({ act }: Try) => this.done.filter((each) => each === names[act]).length;
    return tries.toSorted((one, other) => times(one) - times(other));
  }

  get rules() {
    return { scheme: this.#scheme, calendar: this.#calendar };
  }

  #counting(record: Secondment): Set<number> {
    return countedHalves(ruledTerm(record), record.absences.filter(isEffective), this.rules);
  }

  #sweep(at: number): void {
    const before = this.terms[at];
    if (!before) return;
    const steps = catchUp(before, this.rules, this.#today);
    this.unread.push(...steps.flatMap(({ event }) => unreadOf(event)));
    const after = steps.at(-1)?.after ?? before;
    this.#leave("the workflow", [], halvesGone(this.#counting(before), this.#counting(after)));
    this.terms[at] = after;
  }

  /** The calendar changes and with it counts; of the record nothing does that a count is made of. */
  #changeCalendar(): void {
    const stored = this.terms.map((each) => summaryOf(each, this.rules));
    this.#calendar = this.#calendar === calendars[0] ? calendars[1] : calendars[0];
    for (const [at, before] of this.terms.entries()) {
      const summary = stored[at];
      const change =
        summary && recountSecondment(before, summary, { ...this.rules, noticeId: "n-2025", on: this.#today });
      if (!change) continue;
      this.done.push("recountSecondment");
      this.unread.push(...unreadOf(change.event));
      const { absences, term, endedOn, rulings } = before;
      expect(change.after).toMatchObject({ absences, term, rulings, ...(endedOn && { endedOn }) });
      this.terms[at] = { ...change.after, version: before.version + 1 };
    }
    this.#carry();
  }

  #act({ act, who, isStray, dice }: Try): boolean {
    const name = names[act] ?? "";
    const { by = [], rule } = acts[name] ?? {};
    const at = dice.nth % this.terms.length;
    const record = this.terms[at];
    const list = isStray ? stray : by;
    const doer = list[who % list.length];
    if (!record || !rule || doer === undefined) return false;
    const ground = { ...this.rules, secondment: record, actor: actorOf(doer), today: this.#today };
    const outcome = rule(ground, dice);
    if (!outcome.ok || !outcome.value) return false;
    const { after, event, further } = outcome.value;
    this.done.push(name);
    this.unread.push(...unreadOf(event), ...(further ? unreadOf(further.event) : []));
    const people = this.#peopleOf(name, { doer, record, change: event.change });
    this.#leave(name, people, halvesGone(this.#counting(record), this.#counting(after)));
    if (event.type.endsWith("-proposed")) {
      this.#proposed.set(proposalOf(record, event.change), { by: doer, hadEvidence: dice.has });
    }
    this.terms[at] = { ...after, version: record.version + 1 };
    if (further) this.terms.push({ ...further.after, version: 1 });
    this.#carry();
    return true;
  }

  /** Who brought an act about, where evidence stood by it; one person where none did. */
  #peopleOf(
    name: string,
    { doer, record, change }: { doer: string; record: Secondment; change: Record<string, unknown> },
  ): string[] {
    if (name === "approveAbsence" || name === "approveReportIn") {
      const proposal = this.#proposed.get(proposalOf(record, change));
      return proposal?.hadEvidence ? [proposal.by, doer] : [doer];
    }
    // A review is asked for in writing, by somebody else than who answers; a make-up term that is set aside ends earlier.
    const asked = record.rulings.find(({ id }) => id === change.rulingId)?.reviewRequest;
    return name === "answerReview" && asked ? [asked.by.id, doer] : [doer];
  }

  #leave(act: string, people: readonly string[], gone: readonly number[]): void {
    const by = [...new Set(people)];
    if (by.length < 2) this.alone.push(...gone.map((half) => ({ act, half, by })));
  }

  /** As the store does it, with every change of a term that another continues. */
  #carry(): void {
    for (const [at, before] of this.terms.entries()) {
      const further = this.terms[at + 1];
      const change = further && carriedOn(before, further, { ...this.rules, today: this.#today });
      if (change) {
        this.unread.push(...unreadOf(change.event));
        this.terms[at + 1] = { ...change.after, version: change.after.version + 1 };
      }
      const carried = this.terms[at + 1];
      if (carried && isOpenToFacts(carried))
        expect(carried.continues?.carriedDays).toBe(daysHandedOn(before, this.rules));
    }
  }
}
