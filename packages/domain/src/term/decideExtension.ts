import { crossingInto } from "../absence/crossingAbsences.ts";
import { isOwnCase, isSamePerson } from "../access.ts";
import { type Actor, signature } from "../actor.ts";
import type { Change, Ground } from "../change.ts";
import { doneCheckpoint, planCheckpoints } from "../checkpoint.ts";
import { type Extension, isOpenRequest, staleRequest } from "../extension.ts";
import { snapshotNow } from "../officer/correctionSteps.ts";
import { mayTry, type PermittedAct } from "../permissions.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import type { Secondment } from "../secondment.ts";
import { daysHandedOn } from "./carriedDays.ts";
import { nothingFiled, secondmentId } from "./planSecondment.ts";
import { furtherTerm, withExtension } from "./requestExtension.ts";

/** What somebody says to a request; `seen` is its revision as it stood on their page. */
export type ExtensionAnswer = { agrees: boolean; reason: string; seen?: number | undefined };
type Turn = { act: PermittedAct; state: Extension["state"] };

const turns = {
  host: { act: "hear-host", state: "requested" },
  sending: { act: "hear-sending", state: "host-heard" },
  decide: { act: "decide-extension", state: "sending-heard" },
} as const satisfies Record<string, Turn>;
type ExtensionTurn = keyof typeof turns;

/** The opinion of the host (station or branch), the first to be heard. */
export function hearHost(ground: Ground, answer: ExtensionAnswer): Outcome<Change> {
  const open = turnOf(ground, "host", answer);
  if (!open.ok) return open;
  const heard: Extension = { ...open.value, state: "host-heard", host: saidOf(ground, answer) };
  return accept(withExtension(ground, heard, { type: "extension.host-heard", change: wordsOf(answer) }));
}

/** The opinion of the sending unit, after the host's. */
export function hearSending(ground: Ground, answer: ExtensionAnswer): Outcome<Change> {
  const open = turnOf(ground, "sending", answer);
  if (!open.ok) return open;
  const heard: Extension = { ...open.value, state: "sending-heard", sending: saidOf(ground, answer) };
  return accept(withExtension(ground, heard, { type: "extension.sending-heard", change: wordsOf(answer) }));
}

/**
 * The bureau decides after both opinions, also after the last day. Granting begins the record of the further term in
 * the same change; a term that ended early has no further one (`not-open-to-extension`), its request can be refused.
 */
export function decideExtension(ground: Ground, answer: ExtensionAnswer): Outcome<Change> {
  const open = turnOf(ground, "decide", answer);
  if (!open.ok) return open;
  const { secondment } = ground;
  const decision = saidOf(ground, answer);
  if (!answer.agrees)
    return accept(
      withExtension(
        ground,
        { ...open.value, state: "refused", decision },
        { type: "extension.refused", change: wordsOf(answer) },
      ),
    );
  const { status, endedOn } = secondment;
  if (endedOn !== undefined || status === "withdrawn" || status === "ended-early")
    return refuse("not-open-to-extension", undefined, { status });
  const term = furtherTerm(secondment, open.value.months);
  const after = continuingTerm(ground, term);
  const granted: Extension = { ...open.value, ...term, state: "granted", decision, continuedBy: after.id };
  const change = { ...wordsOf(answer), ...term, continuedBy: after.id };
  const absenceIds = after.absences.map(({ id }) => id);
  const carried = absenceIds.length > 0 && { absenceIds };
  const continued: Change["event"] = {
    type: "secondment.continued",
    change: { term, continues: secondment.id, ...carried },
  };
  return accept({
    ...withExtension(ground, granted, { type: "extension.granted", change }),
    further: { after, event: continued },
  });
}

/** Id of the term after this one: `…-x1`, `…-x2`. */
export function furtherId({
  id,
  cohortId,
  officer,
}: Pick<Secondment, "id" | "cohortId" | "officer">): string {
  const first = secondmentId(cohortId, officer.serviceNumber);
  return `${first}-x${id === first ? 1 : Number(id.slice(first.length + 2)) + 1}`;
}

/** The officer is there already: the further term is served from its first day, with report-in behind it. */
function continuingTerm(ground: Ground, term: Secondment["term"]): Secondment {
  const { secondment, scheme, calendar, today } = ground;
  const { cohortId, schemeId, schemeVersion, sending, hostBranch, hostStation, post } = secondment;
  const officer = snapshotNow(secondment);
  // Its id tells the number that the first term was made under; where that one leads now goes with it.
  const merged = (secondment.corrected ?? []).filter(({ into }) => into !== undefined);
  return {
    cohortId,
    schemeId,
    schemeVersion,
    officer,
    sending,
    hostBranch,
    hostStation,
    post,
    term,
    id: furtherId(secondment),
    version: 0,
    head: "",
    reportedInOn: term.from,
    status: "serving",
    absences: crossingInto(secondment, { from: term.from, on: today }),
    checkpoints: planCheckpoints(term, scheme, calendar).map((each) =>
      each.key === "report-in" ? doneCheckpoint(each, term.from) : each,
    ),
    warnings: [],
    reviews: [],
    ...nothingFiled,
    ...(merged.length > 0 && { corrected: merged.map((each) => ({ ...each, changes: [] })) }),
    continues: { id: secondment.id, carriedDays: daysHandedOn(secondment, ground) },
  };
}

/** The open request, if this is the actor's turn: each of the three is another person, nobody speaks in their own case. */
function turnOf(ground: Ground, turn: ExtensionTurn, { seen }: ExtensionAnswer): Outcome<Extension> {
  const { extension } = ground.secondment;
  const { actor } = ground;
  if (!mayTry(actor, turns[turn].act)) return refuse("not-for-this-role");
  if (!extension || !isOpenRequest(extension)) return refuse("no-open-extension");
  if (isOwnCase(ground)) return refuse("own-case");
  if (extension.state !== turns[turn].state)
    return refuse("not-your-turn", undefined, { state: extension.state });
  return spokeBefore(extension, actor) ?? staleRequest(extension, seen) ?? accept(extension);
}

function spokeBefore({ by, host, sending }: Extension, actor: Actor): Refused | undefined {
  return isSamePerson(actor, by, host?.by, sending?.by) ? refuse("same-person-decides") : undefined;
}

function saidOf({ actor, today }: Ground, { agrees, reason }: ExtensionAnswer) {
  return { agrees, reason, by: signature(actor), on: today };
}

function wordsOf({ agrees, reason }: ExtensionAnswer) {
  return { agrees, reason };
}
