import type { Catalog } from "../../text.ts";
import type { officerPage as zh } from "../zhCN/officerPage.ts";

export const officerPage = {
  correct: "Correct the facts",
  correctTitle: "Correct a person's facts",
  intro:
    "Change only what is wrong, and say on which evidence. While a secondment that is not ruled on runs, it takes effect when another person approves it; otherwise at once.",
  unitNote:
    "After a correction of the home unit the list of people follows the new unit, and so does who may see the person; each secondment stays with the sending unit that it was made under.",
  evidenceNumber: "Number of the document",
  evidenceTitle: "Title of the document",
  evidenceDate: "Date of the document",
  evidence: "Evidence",
  propose: "Send the correction",
  corrections: "Corrections of facts",
  fact: { name: "Name", sex: "Sex", birthMonth: "Birth month", kind: "Kind", homeUnit: "Home unit" },
  state: {
    open: "Waits for another person",
    effective: "In effect",
    rejected: "Not approved",
    withdrawn: "Withdrawn",
  },
  what: "Fact",
  from: "On file before",
  to: "Corrected to",
  status: "Status",
  proposed: "Proposed",
  decided: "Decided",
  by: (p) => `${p.by} · ${p.on}`,
  reason: "Reason",
  evidenceLine: (p) => `${p.title} (${p.number}, ${p.date})`,
  waits: "A correction of facts waits for approval",
  affected: (p) =>
    `Once approved, it is shown on ${p.count} ${p.count === 1 ? "secondment" : "secondments"} below; the records themselves stay.`,
  noAffected: "The person has no secondment: once approved, only the list of people changes.",
  approve: "Approve the correction",
  reject: "Do not approve",
  rejectHint: "Needed when it is not approved.",
  withdraw: "Withdraw the correction",
  waitsForAnother: "The bureau's approver has to decide on it.",
  line: (p) => `${p.changes}, ${p.on}, evidence: ${p.evidence}`,
  changed: (p) => `${p.fact} corrected from “${p.from}” to “${p.to}”`,
  changesMark: ", ",
  corrected: "Correction of facts",
  correctedNote: (p) => `Correction of facts: ${p.line}.`,
} satisfies Catalog<typeof zh>;
