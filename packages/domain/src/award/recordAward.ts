import { isOwnCase, isSamePerson } from "../access.ts";
import { signature } from "../actor.ts";
import { type Award, awardSchema } from "../award.ts";
import type { Change, Ground } from "../change.ts";
import { mayTry } from "../permissions.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";

export const awardInputSchema = awardSchema.pick({
  level: true,
  date: true,
  documentNumber: true,
  title: true,
});
export type AwardInput = Pick<Award, "level" | "date" | "documentNumber" | "title">;

const mostAwards = 40;

/** HR enters an award of inside or after the term, also when the year is ruled; one document is entered once. */
export function recordAward(ground: Ground, input: AwardInput): Outcome<Change> {
  const { secondment, actor, today } = ground;
  const { awards, term } = secondment;
  const refused = notForAwards(ground);
  if (refused) return refused;
  if (input.date < term.from) return refuse("award-before-term", "date", { from: term.from });
  if (input.date > today) return refuse("in-the-future", "date", { today });
  const known = awards.find((each) => !each.revoked && isSameDocument(each, input));
  if (known) return refuse("document-already-entered", "documentNumber", { award: known.id });
  if (awards.length >= mostAwards) return refuse("too-many-awards", undefined, { limit: mostAwards });
  const award = { ...input, id: `w${awards.length + 1}`, recorded: { by: signature(actor), on: today } };
  const { id: awardId, level, date, documentNumber } = award;
  return accept({
    after: { ...secondment, awards: [...awards, award] },
    event: { type: "award.recorded", change: { awardId, level, date, documentNumber } },
  });
}

/** Another person of HR takes back an award that was entered in error; it stays on the record with the reason. */
export function revokeAward(ground: Ground, id: string, input: { reason: string }): Outcome<Change> {
  const { secondment, actor, today } = ground;
  const award = secondment.awards.find((each) => each.id === id);
  if (!award) return refuse("unknown-award");
  const refused = notForAwards(ground);
  if (refused) return refused;
  if (award.revoked) return refuse("already-revoked", undefined, { on: award.revoked.on });
  if (isSamePerson(actor, award.recorded.by)) return refuse("same-person-decides");
  const revoked = { ...award, revoked: { by: signature(actor), on: today, reason: input.reason } };
  const awards = secondment.awards.map((each) => (each === award ? revoked : each));
  return accept({
    after: { ...secondment, awards },
    event: { type: "award.revoked", change: { awardId: id, reason: input.reason } },
  });
}

function notForAwards({ actor, secondment }: Ground): Refused | undefined {
  if (!mayTry(actor, "record-award")) return refuse("not-for-this-role");
  if (isOwnCase({ actor, secondment })) return refuse("own-case");
  if (secondment.status === "withdrawn")
    return refuse("closed-to-facts", undefined, { status: secondment.status });
  return undefined;
}

/** Document numbers are typed with and without blanks. */
function isSameDocument(one: Pick<Award, "documentNumber">, other: Pick<Award, "documentNumber">): boolean {
  const plain = ({ documentNumber }: Pick<Award, "documentNumber">) =>
    documentNumber.replace(/\s/g, "").toLowerCase();
  return plain(one) === plain(other);
}
