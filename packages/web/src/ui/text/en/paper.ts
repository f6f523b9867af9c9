import type { Catalog } from "../catalog.ts";
import type { paper as zhPaper } from "../zhCN/paper.ts";

export const paper = {
  number: (p) => `No. ${p.number}`,
  printedOn: (p) => `Printed on ${p.date}`,
  signed: (p) => `Check code at the end of ${p.day}: ${p.code}`,
  madeBy: (p) => `Prepared by ${p.bureau}`,
  pendingExceeds: (p) =>
    `Another ${p.days} working days wait for a decision and are not counted yet; with all of them it is ${p.total}, ${p.over} above the limit.`,
  pendingWithin: (p) =>
    `Another ${p.days} working days wait for a decision and are not counted yet; with all of them it is ${p.total}, not above the limit.`,
  countsProvisional:
    "Some of the days that count or wait lie in a year whose holidays are not published: these figures are provisional.",
  termProvisional:
    "The term touches a year whose holidays are not published; no day that counts or waits lies in it.",
  preparedBy: "Prepared by (signature)",
  checkedBy: "Checked by (signature)",
  approvedBy: "Approved by (signature)",
  handedOverBy: "Handed over by (signature)",
  receivedBy: "Received by (signature)",
  filedBy: "Filed by (signature)",
  mentor: "Mentor (signature)",
  apprentice: "Apprentice (signature)",
  tester: "Tester (signature)",
  officer: "Officer's remarks (signature)",
  seal: "Unit (seal)",
  day: "Date: ________________",
} satisfies Catalog<typeof zhPaper>;
