import { formTextName } from "@dunmiao/domain/assessment/fileForm";
import { eventTypes } from "@dunmiao/domain/eventType";
import { activityTextName } from "@dunmiao/domain/pair/activities";
import { pairTextNames } from "@dunmiao/domain/pair/words";
import { statementTextName } from "@dunmiao/domain/ruling/statement";
import { handOverTextName } from "@dunmiao/domain/term/writeHandOver";
import * as keys from "@dunmiao/store/engine/keys";
import { kinds } from "@dunmiao/store/engine/kinds";
import * as signInKeys from "@dunmiao/store/engine/signInKeys";
import { openEvent } from "@dunmiao/store/engine/storedText";
import * as treeKeys from "@dunmiao/store/engine/treeKeys";
import * as importKeys from "@dunmiao/store/importKeys";

const builders = { ...keys, ...signInKeys, ...importKeys, ...treeKeys };
type Builder = Extract<keyof typeof builders, `${string}Key`>;

/** Keys of every kind that the store builds: a builder without a line here does not compile. */
const samples: Readonly<Record<Builder, readonly keys.Key[]>> = {
  recordKey: kinds.map((kind) => keys.recordKey(kind, "x")),
  eventKey: kinds.map((kind) => keys.eventKey(kind, "x", 1)),
  flagKey: [keys.flagKey("secondment", "x")],
  textKey: [
    keys.textKey("secondment", "x", formTextName, "f1.1"),
    keys.textKey("secondment", "x", statementTextName, "s1.1"),
    keys.textKey("secondment", "x", handOverTextName, "1"),
    keys.textKey("cohort", "x", "POSTS", "1"),
    keys.textKey("pair", "x", activityTextName, "v1"),
    ...Object.values(pairTextNames).map((name) => keys.textKey("pair", "x", name, "x")),
  ],
  draftKey: [keys.draftKey("secondment", "x", "x")],
  digestKey: [keys.digestKey("x", "x", "x")],
  seedKey: [keys.seedKey("x")],
  drawnKey: [keys.drawnKey("x")],
  messageKey: [
    keys.messageKey({ role: "hr", unit: "bureau" }, { on: "x", about: "x", checkpoint: "x", code: "x" }),
  ],
  calendarKey: [keys.calendarKey],
  officerClaimKey: [keys.officerClaimKey("x")],
  postClaimKey: [keys.postClaimKey("x", "x")],
  mentorClaimKey: [keys.mentorClaimKey("x")],
  apprenticeClaimKey: [keys.apprenticeClaimKey("x", "x")],
  placeClaimKey: [keys.placeClaimKey({ place: "x", role: "x", serviceNumber: "x" })],
  numberClaimKey: [keys.numberClaimKey("x")],
  factsClaimKey: [keys.factsClaimKey("x")],
  idempotencyKey: [keys.idempotencyKey("x", "x", "x")],
  sessionKey: [keys.sessionKey("x")],
  signedInKey: [signInKeys.signedInKey("x", "x")],
  credentialKey: [signInKeys.credentialKey("x")],
  identityKey: [signInKeys.identityKey("x", "x")],
  begunKey: [signInKeys.begunKey("x")],
  linkCodeKey: [signInKeys.linkCodeKey("x")],
  linkKey: [signInKeys.linkKey("x")],
  triesKey: [signInKeys.triesKey("x")],
  setUpKey: [signInKeys.setUpKey],
  handsKey: [signInKeys.handsKey],
  emergencyKey: [signInKeys.emergencyKey],
  roleUseKey: [signInKeys.roleUseKey("x", "x")],
  keptKey: [keys.keptKey("x", "x")],
  openingKey: [keys.openingKey("x", "x", "x")],
  cursorKey: [keys.cursorKey],
  probeKey: [keys.probeKey],
  treeKey: [treeKeys.treeKey],
  leavesKey: [treeKeys.leavesKey(1)],
  headKey: [treeKeys.headKey("2026-03-02")],
  leafKey: [treeKeys.leafKey("unit", "x", 1)],
  differenceKey: [treeKeys.differenceKey("unit", "x")],
  verifyStateKey: [treeKeys.verifyStateKey],
  donePageKey: [treeKeys.donePageKey("x", 1)],
  chunkKey: [importKeys.chunkKey("x", 1)],
  chunkOutcomeKey: [importKeys.chunkOutcomeKey("x", 1)],
  problemsKey: [importKeys.problemsKey("x", 1)],
  questionsKey: [importKeys.questionsKey("x", 1)],
  movesKey: [importKeys.movesKey("x", 1)],
  understoodKey: [importKeys.understoodKey("x")],
};

export type StoredRow = keys.Key & Record<string, unknown>;

/** What kind of item a key is: its first words, without ids. */
function shapeOf({ pk, sk }: keys.Key): string {
  const [head = "", next = ""] = pk.split("#");
  if (head === "CLAIM") return `${head} ${next}`;
  if (["INBOX", "PEOPLE", "KEPT", "SIGNED-IN", "OPENED", "ROLE-USE", "DIFFERENCES"].includes(head))
    return head;
  const [first = "", second] = sk.split("#");
  return first === keys.recordSort && second ? `${head} ${first} ${second}` : `${head} ${first}`;
}

/** The kind of an item, and of an event also what happened. */
export function kindsOfRow(row: StoredRow): string[] {
  const { event } = openEvent(row);
  const happened =
    typeof event === "object" && event !== null && "type" in event ? [`event ${String(event.type)}`] : [];
  return [shapeOf(row), ...happened];
}

/** Every kind of item that the store has keys for, and every event that may happen. */
export const everyKind: readonly string[] = [
  ...new Set([
    ...Object.values(samples).flatMap((each) => each.map(shapeOf)),
    ...eventTypes.map((type) => `event ${type}`),
  ]),
];
