import { isConcerned, isPerson } from "../access.ts";
import { type Actor, signature } from "../actor.ts";
import { type DataAnswerInput, type DataRequest, openRequests } from "../dataRequest.ts";
import type { Officer } from "../officer.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { OfficerChange } from "./correctionSteps.ts";

/** So many may wait at once, and so many are kept: the record stays small. */
const [mostOpen, mostInAll] = [5, 200];
type Ground = { readonly actor: Actor; readonly today: string };

/** The person says what is wrong. Refused: `not-found` for anybody else, `open-requests-full`. */
export function askForCorrection(
  officer: Officer,
  { text }: { readonly text: string },
  { actor, today }: Ground,
): Outcome<OfficerChange> {
  const { id, numbers = [], requests = [] } = officer;
  if (!isPerson(actor, id, ...numbers.map(({ number }) => number))) return refuse("not-found");
  if (openRequests(officer).length >= mostOpen || requests.length >= mostInAll)
    return refuse("open-requests-full", "text", { limit: mostOpen });
  const asked: DataRequest = { id: `q${requests.length + 1}`, text, askedOn: today, state: "open" };
  return accept({
    after: { ...officer, requests: [...requests, asked] },
    event: { type: "officer.request-made", change: { requestId: asked.id } },
  });
}

/** Somebody else answers, with a reason. Refused: `not-found`, `request-answered`, `own-case`. */
export function answerRequest(
  officer: Officer,
  { id, answer, reason }: DataAnswerInput & { readonly id: string },
  { actor, today }: Ground,
): Outcome<OfficerChange> {
  const { numbers = [], requests = [] } = officer;
  const found = requests.find((each) => each.id === id);
  if (!found) return refuse("not-found");
  if (isConcerned(actor, officer.id, ...numbers.map(({ number }) => number))) return refuse("own-case");
  if (found.state !== "open") return refuse("request-answered");
  const answered: DataRequest = {
    ...found,
    state: answer,
    reason,
    answeredBy: signature(actor),
    answeredOn: today,
  };
  return accept({
    after: { ...officer, requests: requests.map((each) => (each.id === id ? answered : each)) },
    event: { type: "officer.request-answered", change: { requestId: id, answer, reason } },
  });
}
