import { type Absence, type AbsenceDecision, authorsOf, isEffective, isPending } from "./absence.ts";
import { standsOnRung } from "./access.ts";
import { signature } from "./actor.ts";
import { addDays, earlierOf } from "./calendarDate.ts";
import type { Change, Ground } from "./change.ts";
import { countOf } from "./count.ts";
import { rungOf } from "./ladder.ts";
import { newAbsence } from "./recordAbsence.ts";
import { accept, type Outcome, type Refused, refuse } from "./refusal.ts";
import { isOpenToFacts, type Secondment } from "./secondment.ts";

/** What a decision says: the revision it has seen, why, and the explicit tick for going over the limit. */
export type DecisionInput = {
  seen?: number | undefined;
  reason?: string | undefined;
  overLimit?: boolean | undefined;
};
export type RejectionInput = DecisionInput & { reason: string; pastDays?: "present" | "finding" | undefined };
type Found = { absence: Absence; ground: Ground };

/** Approves a request by the ladder, or a proposal to amend or void, which then takes effect. */
export function approveAbsence(ground: Ground, id: string, input: DecisionInput): Outcome<Change> {
  const found = findForDecision(ground, id, input);
  if (!found.ok) return found;
  const { absence } = found.value;
  if (absence.proposal) return approveProposal(ground, absence, input);
  if (absence.state !== "requested")
    return refuse("not-waiting-for-approval", undefined, { state: absence.state });
  const rung = rungOf(absence, ground.secondment.absences, ground);
  if (!standsOnRung(ground.actor.role, rung)) return refuse("needs-higher-rung", undefined, { rung });
  return makeEffective(ground, { ...absence, state: "approved" }, { act: "approve", input });
}

/** A second person confirms a finding, which then counts, or upholds it against the officer's objection. */
export function confirmFinding(ground: Ground, id: string, input: DecisionInput): Outcome<Change> {
  const found = findForDecision(ground, id, input);
  if (!found.ok) return found;
  const { absence } = found.value;
  const isOpenContest = absence.state === "confirmed" && absence.contest !== undefined;
  if (absence.state !== "recorded" && !isOpenContest)
    return refuse("not-waiting-for-confirmation", undefined, { state: absence.state });
  const { contest: _, ...answered } = absence;
  return makeEffective(ground, { ...answered, state: "confirmed" }, { act: "confirm", input });
}

/** Rejects a request, dismisses a finding or drops a proposal; past days of a request must be accounted for. */
export function rejectAbsence(ground: Ground, id: string, input: RejectionInput): Outcome<Change> {
  const found = findForDecision(ground, id, input);
  if (!found.ok) return found;
  const { absence } = found.value;
  const decision = decisionOf(ground, "reject", input);
  if (absence.proposal) {
    const { proposal: _, ...kept } = absence;
    return accept(
      changed(
        ground,
        { ...kept, decisions: [...kept.decisions, { ...decision, act: "drop" }] },
        "absence.proposal-dropped",
      ),
    );
  }
  if (!isPending(absence)) return refuse("not-waiting-for-approval", undefined, { state: absence.state });
  if (absence.state === "recorded") {
    const { contest: _, ...answered } = absence;
    return accept(
      changed(
        ground,
        { ...answered, state: "dismissed", decisions: [...absence.decisions, decision] },
        "finding.dismissed",
      ),
    );
  }
  const rung = rungOf(absence, ground.secondment.absences, ground);
  if (!standsOnRung(ground.actor.role, rung)) return refuse("needs-higher-rung", undefined, { rung });
  return rejectRequest(ground, absence, input);
}

function rejectRequest(ground: Ground, absence: Absence, input: RejectionInput): Outcome<Change> {
  const isPast = absence.from < ground.today;
  if (isPast && input.pastDays === undefined) return refuse("past-days-need-a-choice", "pastDays");
  const decision = { ...decisionOf(ground, "reject", input), ...(isPast && { pastDays: input.pastDays }) };
  const rejected = changed(
    ground,
    { ...absence, state: "rejected", decisions: [...absence.decisions, decision] },
    "absence.rejected",
  );
  if (!isPast || input.pastDays !== "finding") return accept(rejected);
  const to = earlierOf(absence.to, addDays(ground.today, -1));
  const { fromHalf, toHalf, from } = absence;
  const halves = { ...(fromHalf && { fromHalf }), ...(toHalf && to === absence.to && { toHalf }) };
  const finding = newAbsence(ground, {
    class: "unexplained",
    from,
    to,
    ...halves,
    cause: input.reason.slice(0, 200),
  });
  return accept({
    after: { ...rejected.after, absences: [...rejected.after.absences, finding] },
    event: { ...rejected.event, change: { ...rejected.event.change, findingId: finding.id } },
  });
}

/** The officer objects to a finding; an open objection is a pending matter until somebody answers it. */
export function contestFinding(
  ground: Ground,
  id: string,
  input: { seen?: number | undefined; reason: string },
): Outcome<Change> {
  const found = find(ground, id, input.seen);
  if (!found.ok) return found;
  const { absence } = found.value;
  if (absence.kind !== "finding") return refuse("only-findings-are-contested");
  if (absence.state !== "recorded" && absence.state !== "confirmed")
    return refuse("not-open-to-contest", undefined, { state: absence.state });
  if (absence.contest) return refuse("already-contested");
  const contest = { on: ground.today, reason: input.reason };
  const decisions = [...absence.decisions, decisionOf(ground, "contest", input)];
  return accept(changed(ground, { ...absence, contest, decisions }, "finding.contested"));
}

/** An absence that counts from now on; going over the limit needs the tick (domain.md: the limit never refuses). */
export function makeEffective(
  ground: Ground,
  absence: Absence,
  by: { act: "approve" | "confirm" | "amend"; input: DecisionInput },
): Outcome<Change> {
  const effective = { on: ground.today, version: ground.secondment.version + 1 };
  const next = replaced(ground.secondment, { ...absence, effective });
  const before = countOf(ground.secondment, ground.scheme, ground.calendar, ground.today);
  const after = countOf(next, ground.scheme, ground.calendar, ground.today);
  const goesOver = after.verdict === "exceeded" && after.countedDays > before.countedDays;
  if (goesOver && by.input.overLimit !== true)
    return refuse("over-limit-needs-tick", "overLimit", {
      countedDays: after.countedDays,
      limitDays: after.limitDays,
    });
  const decision = {
    ...decisionOf(ground, by.act, by.input),
    countedDays: after.countedDays,
    ...(goesOver && { acceptedOverLimit: true as const }),
  };
  const types = {
    approve: "absence.approved",
    confirm: "finding.confirmed",
    amend: "absence.amended",
  } as const;
  const decided = { ...absence, effective, decisions: [...absence.decisions, decision] };
  return accept(changed(ground, decided, types[by.act], { countedDays: after.countedDays }));
}

function approveProposal(ground: Ground, absence: Absence, input: DecisionInput): Outcome<Change> {
  const { proposal, ...kept } = absence;
  if (!proposal) return refuse("not-waiting-for-approval");
  if (proposal.by.id === ground.actor.id) return refuse("same-person-decides");
  if (!["approver", "hr"].includes(ground.actor.role))
    return refuse("needs-higher-rung", undefined, { rung: "bureau" });
  if (proposal.act === "void") {
    const decisions = [...kept.decisions, decisionOf(ground, "approve", input)];
    return accept(changed(ground, { ...kept, state: "void", decisions }, "absence.voided"));
  }
  const { fromHalf: _from, toHalf: _to, ...undated } = kept;
  const amended = {
    ...undated,
    ...proposal.facts,
    ...(proposal.evidence && { evidence: proposal.evidence }),
  };
  return makeEffective(ground, amended, { act: "approve", input });
}

/** Finds the absence, unless it changed since it was seen. */
export function find(ground: Ground, id: string, seen: number | undefined): Outcome<Found> {
  const absence = ground.secondment.absences.find((each) => each.id === id);
  if (!absence) return refuse("unknown-absence");
  if (!isOpenToFacts(ground.secondment))
    return refuse("closed-to-facts", undefined, { status: ground.secondment.status });
  if (seen !== undefined && seen !== absence.revision) {
    const last = absence.decisions.at(-1);
    return refuse("changed-meanwhile", undefined, {
      by: last?.by.id ?? absence.recordedBy.id,
      on: last?.on ?? absence.recordedOn,
    });
  }
  return accept({ absence, ground });
}

function findForDecision(ground: Ground, id: string, input: DecisionInput): Outcome<Found> {
  const found = find(ground, id, input.seen);
  if (!found.ok) return found;
  const refused = conflictOfInterest(ground, found.value.absence);
  return refused ?? found;
}

/** Nobody decides on what they asked for or recorded, nor on their own days. */
export function conflictOfInterest(ground: Ground, absence: Absence): Refused | undefined {
  if (ground.actor.serviceNumber === ground.secondment.officer.serviceNumber) return refuse("own-case");
  const isProposalOfOther = absence.proposal !== undefined && isEffective(absence);
  if (!isProposalOfOther && authorsOf(absence).includes(ground.actor.id))
    return refuse("same-person-decides");
  return undefined;
}

/** A decision line for the record. */
export function decisionOf(
  ground: Ground,
  act: AbsenceDecision["act"],
  input: { reason?: string | undefined },
): AbsenceDecision {
  return {
    act,
    by: signature(ground.actor),
    on: ground.today,
    ...(input.reason && { reason: input.reason }),
  };
}

/** The record with one absence replaced, its revision grown. */
export function changed(
  ground: Ground,
  absence: Absence,
  type: string,
  figures: Record<string, unknown> = {},
): Change {
  const next = { ...absence, revision: absence.revision + 1 };
  const last = next.decisions.at(-1);
  return {
    after: replaced(ground.secondment, next),
    event: {
      type,
      change: {
        absenceId: absence.id,
        state: next.state,
        ...(last?.reason && { reason: last.reason }),
        ...figures,
      },
    },
  };
}

function replaced(secondment: Secondment, absence: Absence): Secondment {
  return {
    ...secondment,
    absences: secondment.absences.map((each) => (each.id === absence.id ? absence : each)),
  };
}
