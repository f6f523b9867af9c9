import { acknowledgeWarning } from "../src/absence/acknowledgeWarning.ts";
import { addEvidence } from "../src/absence/addEvidence.ts";
import { amendAbsence, voidAbsence } from "../src/absence/amendAbsence.ts";
import { approveAbsence } from "../src/absence/approveAbsence.ts";
import { recordAbsence } from "../src/absence/recordAbsence.ts";
import { acceptForm } from "../src/assessment/decideForm.ts";
import { submitForm } from "../src/assessment/fileForm.ts";
import { recordAward, revokeAward } from "../src/award/recordAward.ts";
import {
  decideContribution,
  reportContribution,
  verifyContribution,
} from "../src/award/recordContribution.ts";
import { approveRuling, rejectRuling } from "../src/ruling/decideRuling.ts";
import { proposeRuling } from "../src/ruling/proposeRuling.ts";
import { answerReview, requestReview } from "../src/ruling/reviewRuling.ts";
import { issueNotice } from "../src/ruling/serveNotice.ts";
import { giveStatement } from "../src/ruling/statement.ts";
import type { Secondment } from "../src/secondment.ts";
import { correctReportIn } from "../src/term/correctReportIn.ts";
import { decideExtension, hearHost, hearSending } from "../src/term/decideExtension.ts";
import { approveReportIn } from "../src/term/decideReportIn.ts";
import { endEarly } from "../src/term/endEarly.ts";
import { confirmReportIn, lateDaysOf } from "../src/term/reportIn.ts";
import { evidence, Story, sick } from "./support/acts.ts";
import { content, Filing, timetabled } from "./support/forms.ts";
import { furtherTerm, Hearing, ruledOn, stageOf } from "./support/rulings.ts";
import { everyRefusal, inRole } from "./support/samePerson.ts";
import { absencesOf, after, ground, planned, secondment } from "./support/world.ts";

const today = "2026-03-02";
const reason = "按考勤更正";
/** The officer of the term, and somebody who has nothing to do with it, each in all roles. */
const officer = inRole("100001", today);
const another = inRole("100009", today);

const standing = secondment({ absences: absencesOf([{ class: "unexplained", from: "2026-02-26" }]) });
const asked = new Story(secondment());
const leave = asked.do("station", today, { act: "record", facts: sick("2026-03-09") });
/** Leave that the other account asked for as station, and the same once somebody else approved it. */
const ownLeave = after(recordAbsence(another(secondment(), "station"), sick("2026-03-09")));
const granted = new Story(ownLeave);
granted.do("branch", today, { act: "approve", id: "a1" });
granted.do("station", today, { act: "amend", id: "a1", facts: { to: "2026-03-20" } });
const proposed = after(voidAbsence(another(standing, "hr"), "a1", { reason, evidence }));

everyRefusal(["absence"], {
  "acknowledgeWarning own-case": acknowledgeWarning(officer(standing, "hr"), 10),
  "addEvidence own-case": addEvidence(officer(standing, "hr"), "a1", { evidence }),
  "findToChange own-case amended": amendAbsence(officer(standing, "hr"), "a1", { reason, to: "2026-02-27" }),
  "findToChange own-case taken back": voidAbsence(officer(standing, "approver"), "a1", { reason, evidence }),
  "conflictOfInterest own-case": approveAbsence(officer(asked.record, "approver"), leave, {}),
  "conflictOfInterest same-person-decides": approveAbsence(another(ownLeave, "approver"), "a1", {}),
  "approveProposal same-person-decides": approveAbsence(another(proposed, "approver"), "a1", {}),
  "refusedExtension same-person-decides": approveAbsence(another(granted.record, "approver"), "a1", {}),
});

const filedOn = "2026-02-24";
const atMidTerm = new Filing().sweep(filedOn);
const filed = new Filing().do("station", filedOn, { act: "submit", key: "mid-term", by: "station" });
const opinion = { key: "mid-term", by: "station" } as const;
const ownForm = after(
  submitForm(inRole("100009", filedOn, timetabled)(atMidTerm.record, "station"), opinion, content()),
);
const decides = (id: string) => inRole(id, filedOn, timetabled);

everyRefusal(["assessment"], {
  "mayFile own-case": submitForm(decides("100001")(atMidTerm.record, "station"), opinion, content()),
  "findToDecide own-case": acceptForm(decides("100001")(filed.record, "hr"), "f1", {}),
  "findToDecide same-person-decides": acceptForm(decides("100009")(ownForm, "hr"), "f1", {}),
});

const award = { level: "commendation", date: today, documentNumber: "1" } as const;
const result = { kind: "tool", title: "台账", area: "basic-work", month: "2026-02" } as const;
const awarded = after(recordAward(another(secondment(), "hr"), award));
const reported = after(reportContribution(another(secondment(), "station"), result));
const verified = after(
  verifyContribution(
    another(after(reportContribution(officer(secondment(), "officer"), result)), "station"),
    "k1",
    {},
  ),
);
const adoption = { reason, outcome: "adopted" } as const;

everyRefusal(["award"], {
  "notForAwards own-case": recordAward(officer(secondment(), "hr"), award),
  "revokeAward same-person-decides": revokeAward(another(awarded, "hr"), "w1", { reason }),
  "findFor own-case verified": verifyContribution(officer(reported, "hr"), "k1", {}),
  "findFor own-case decided": decideContribution(officer(reported, "branch"), "k1", adoption),
  "findFor same-person-decides verified": verifyContribution(another(reported, "hr"), "k1", {}),
  "findFor same-person-decides decided by who reported": decideContribution(
    another(reported, "branch"),
    "k1",
    adoption,
  ),
  "findFor same-person-decides decided by who verified": decideContribution(
    another(verified, "hr"),
    "k1",
    adoption,
  ),
});

const judge = inRole("100009", ruledOn, timetabled);
const concerned = inRole("100001", ruledOn, timetabled);
const heard = stageOf("heard").record;
const wish = { outcome: "not-recognised", reason } as const;
const ownProposal = after(proposeRuling(judge(heard, "hr"), wish));
const ownRuling = after(approveRuling(judge(stageOf("proposed").record, "approver"), "r1", { reason }));
const contested = (record: Secondment) => new Hearing(record).contested().record;
const asker = after(requestReview(judge(stageOf("served").record, "hr"), "r1", { reason }));
const upheld = { reason, answer: "upheld" } as const;

everyRefusal(["ruling"], {
  "recordRefusal own-case": giveStatement(concerned(heard, "hr"), { note: "两人在场" }),
  "proposeRuling own-case": proposeRuling(concerned(heard, "hr"), wish),
  "findToDecide own-case approved": approveRuling(concerned(ownProposal, "approver"), "r1", { reason }),
  "findToDecide own-case rejected": rejectRuling(concerned(ownProposal, "approver"), "r1", { reason }),
  "findToDecide same-person-decides": approveRuling(judge(ownProposal, "approver"), "r1", { reason }),
  "findInForce own-case": issueNotice(concerned(stageOf("in force").record, "hr"), "r1", { number: "1" }),
  "answerReview own-case": answerReview(concerned(stageOf("review asked").record, "approver"), "r1", upheld),
  "answerReview same-person-decides who proposed": answerReview(
    judge(contested(new Hearing(ownProposal).do("approver", { act: "approve" }).record), "approver"),
    "r1",
    upheld,
  ),
  "answerReview same-person-decides who approved": answerReview(
    judge(contested(ownRuling), "approver"),
    "r1",
    upheld,
  ),
  "answerReview same-person-decides who asked": answerReview(judge(asker, "approver"), "r1", upheld),
});

const agrees = { agrees: true, reason };
const requested = secondment({ extension: furtherTerm });
const ownRequest = secondment({ extension: { ...furtherTerm, by: { id: "100009", role: "hr" } } });
const hostHeard = after(hearHost(another(requested, "station"), agrees));
const sendingHeard = after(
  hearSending(another(after(hearHost(ground(requested, "branch", today), agrees)), "sending"), agrees),
);
const early = {
  on: "2026-03-10",
  outcome: "completed",
  reason,
  consultation: { with: "所长", on: today, note: "" },
} as const;
const lateFor = secondment({ reportedInOn: "2025-09-08" });
const moved = { on: "2025-09-01", reason, evidence };
const correction = after(
  correctReportIn(another(lateFor, "hr"), {
    ...moved,
    lateDays: lateDaysOf(another(lateFor, "hr"), moved.on).days,
  }),
);

everyRefusal(["term"], {
  "refusedNow own-case confirmed": confirmReportIn(officer(planned(today), "hr"), today),
  "refusedNow own-case corrected": correctReportIn(officer(secondment(), "hr"), moved),
  "findToDecide own-case": approveReportIn(officer(correction, "approver"), "r1", { reason }),
  "findToDecide same-person-decides": approveReportIn(another(correction, "approver"), "r1", { reason }),
  "refusedAtAll own-case": endEarly(officer(secondment(), "hr"), early),
  "turnOf own-case": hearHost(officer(requested, "branch"), agrees),
  "spokeBefore same-person-decides who asked": hearHost(another(ownRequest, "branch"), agrees),
  "spokeBefore same-person-decides the host": hearSending(another(hostHeard, "sending"), agrees),
  "spokeBefore same-person-decides the sending unit": decideExtension(
    another(sendingHeard, "approver"),
    agrees,
  ),
});
