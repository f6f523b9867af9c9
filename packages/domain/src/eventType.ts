/** What may happen to the records of each noun: the types of their events. */
const absenceEvents = [
  "absence.amend-proposed",
  "absence.amended",
  "absence.amendment-approved",
  "absence.approved",
  "absence.proposal-dropped",
  "absence.rejected",
  "absence.requested",
  "absence.void-proposed",
  "absence.voided",
  "finding.confirmed",
  "finding.contested",
  "finding.dismissed",
  "finding.recorded",
  "limit.warned",
  "review.closed",
  "review.opened",
  "warning.acknowledged",
] as const;
const assessmentEvents = [
  "attendance.confirmed",
  "checkpoint.escalated",
  "checkpoint.late",
  "checkpoint.missed",
  "checkpoint.opened",
  "checkpoint.reminded",
  "form.accepted",
  "form.drafted",
  "form.returned",
  "form.submitted",
  "showcase.recorded",
] as const;
const awardEvents = [
  "award.recorded",
  "award.revoked",
  "contribution.adopted",
  "contribution.not-adopted",
  "contribution.reported",
  "contribution.verified",
] as const;
const cohortEvents = ["cohort.created", "cohort.headline-set"] as const;
const importEvents = ["import.checked", "import.confirmed", "import.finished"] as const;
const noticeEvents = [
  "calendar.recounted",
  "notice.confirmed",
  "notice.finished",
  "notice.loaded",
  "notice.recounted",
  "notice.recounting",
] as const;
const officerEvents = [
  "officer.corrected",
  "officer.correction-proposed",
  "officer.correction-rejected",
  "officer.correction-withdrawn",
  "officer.created",
  "officer.merge-proposed",
  "officer.merge-rejected",
  "officer.merge-withdrawn",
  "officer.merged",
  "officer.number-joined",
  "officer.updated",
] as const;
const rulingEvents = [
  "ruling.approved",
  "ruling.notice-issued",
  "ruling.proposed",
  "ruling.rejected",
  "ruling.reopened",
  "ruling.review-requested",
  "ruling.served",
  "ruling.upheld",
  "statement.given",
  "statement.refused",
] as const;
const schemeEvents = ["scheme.changed", "scheme.drafted", "scheme.published"] as const;
const spotCheckEvents = [
  "spot-check.cancelled",
  "spot-check.committed",
  "spot-check.result-corrected",
  "spot-check.result-recorded",
  "spot-check.revealed",
] as const;
const termEvents = [
  "extension.granted",
  "extension.host-heard",
  "extension.refused",
  "extension.requested",
  "extension.sending-heard",
  "extension.withdrawn",
  "hand-over.received",
  "hand-over.written",
  "report-in.confirmed",
  "report-in.corrected",
  "report-in.correction-proposed",
  "report-in.correction-rejected",
  "report-in.correction-withdrawn",
  "secondment.continued",
  "secondment.planned",
  "secondment.withdrawn",
  "term.cancelled",
  "term.carried-days-changed",
  "term.completed",
  "term.completed-early",
] as const;
const unitEvents = ["unit.created", "unit.updated"] as const;

/** Every type of event: one that is not here does not compile where it is written, nor without its words in both languages. */
export const eventTypes = [
  ...absenceEvents,
  ...assessmentEvents,
  ...awardEvents,
  ...cohortEvents,
  ...importEvents,
  ...noticeEvents,
  ...officerEvents,
  ...rulingEvents,
  ...schemeEvents,
  ...spotCheckEvents,
  ...termEvents,
  ...unitEvents,
] as const;
export type EventType = (typeof eventTypes)[number];
