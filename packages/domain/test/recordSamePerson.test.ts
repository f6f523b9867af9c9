import type { Actor } from "../src/actor.ts";
import type { CorrectionGround } from "../src/officer/correctionSteps.ts";
import { decideCorrection, proposeCorrection } from "../src/officer/correctOfficer.ts";
import { answerRequest } from "../src/officer/dataRequests.ts";
import { proposeMerge } from "../src/officer/mergeOfficer.ts";
import type { Officer } from "../src/officer.ts";
import { approvePair } from "../src/pair/approvePair.ts";
import { decideObjection } from "../src/pair/objections.ts";
import { publishDraft, startDraft } from "../src/scheme/schemeDraft.ts";
import { evidence } from "./support/acts.ts";
import { pair, pairGround } from "./support/pairs.ts";
import { everyRefusal } from "./support/samePerson.ts";
import { must, wholeTimetable } from "./support/world.ts";

const today = "2026-03-02";
const reason = "材料已核对";
/** One account in whichever role; 100001 and 200001 are the people on file, 100009 is nobody of them. */
const inRole = (id: string, role: Actor["role"]): Actor => ({ id, serviceNumber: id, role });
const signed = { by: { id: "100009", role: "hr" }, on: today } as const;

const facts = { sex: "female", birthMonth: "1994-05", kind: "officer", homeUnit: "JG-01" } as const;
const onFile = (id: string): Officer => ({ id, version: 1, head: "", name: `民警${id}`, ...facts });
const person = onFile("100001");
const term = { id: "t1", status: "serving", term: { from: "2025-08-26", to: "2026-08-25" } } as const;
const correcting = (actor: Actor, officer = person): CorrectionGround => ({
  officer,
  terms: [term],
  other: { officer: onFile("200001"), terms: [] },
  moves: () => [],
  unitName: (code) => code,
  actor,
  today,
});
const input = { seen: 1, name: "更正后", evidence };
const merge = { seen: 1, into: "200001", evidence };
const open = must(proposeCorrection(correcting(inRole("100009", "hr")), input)).after;
const approval = { id: "k1", decision: "approve" } as const;
const asking: Officer = { ...person, requests: [{ id: "q1", text: "x", askedOn: today, state: "open" }] };
const answer = { id: "q1", answer: "accepted", reason } as const;

everyRefusal(["officer"], {
  "proposeCorrection own-case": proposeCorrection(correcting(inRole("100001", "hr")), input),
  "decideCorrection own-case": decideCorrection(correcting(inRole("100001", "approver"), open), approval),
  "decideCorrection own-case the other number": decideCorrection(
    correcting(inRole("200001", "approver"), open),
    approval,
  ),
  "decideCorrection same-person-decides": decideCorrection(
    correcting(inRole("100009", "approver"), open),
    approval,
  ),
  "answerRequest own-case": answerRequest(asking, answer, { actor: inRole("100001", "hr"), today }),
  "proposeMerge own-case": proposeMerge(correcting(inRole("100001", "hr")), merge),
  "proposeMerge own-case the other number": proposeMerge(correcting(inRole("200001", "hr")), merge),
});

const proposed = pair({ status: "proposed" });
const objection = { side: "apprentice", made: signed, words: "h" } as const;
const failed = pair({ status: "failed", objections: [objection] });
const decision = { outcome: "dismissed", reason } as const;
const decides = (of: typeof failed, id = "100009") =>
  decideObjection(pairGround(of, inRole(id, "approver")), "apprentice", decision);

everyRefusal(["pair"], {
  "approvePair own-case the mentor": approvePair(pairGround(proposed, inRole("100001", "hr"))),
  "approvePair own-case the apprentice": approvePair(pairGround(proposed, inRole("200001", "approver"))),
  "approvePair same-person-decides": approvePair(
    pairGround({ ...proposed, planned: signed }, inRole("100009", "approver")),
  ),
  "refusedDecision own-case": decides(failed, "200001"),
  "refusedDecision same-person-decides who planned": decides({ ...failed, planned: signed }),
  "refusedDecision same-person-decides who approved": decides({ ...failed, approved: signed }),
  "refusedDecision same-person-decides who tested": decides({
    ...failed,
    tests: [{ grade: "c", isPassed: false, on: today, entered: signed }],
  }),
});

const draft = must(startDraft(wholeTimetable, { limitDays: 20 }, { actor: signed.by, today })).after;

everyRefusal(["scheme"], {
  "draftRules same-person-decides": publishDraft(
    draft,
    { seen: 1, reason },
    { actor: inRole("100009", "approver"), today },
  ),
});
