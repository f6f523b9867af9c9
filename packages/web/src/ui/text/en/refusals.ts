import { absenceWords } from "../absence.ts";
import { auditExportWords } from "../auditExport.ts";
import type { Catalog, EveryRefusalSentence } from "../catalog.ts";
import { cosignerWords } from "../cosigner.ts";
import type { refusals as zhRefusals, unknownRefusal as zhUnknownRefusal } from "../zhCN/refusals.ts";
import { absenceRefusals } from "./absenceRefusals.ts";
import { accountRefusals } from "./accountPage.ts";
import { assessmentRefusals } from "./assessmentRefusals.ts";
import { awardRefusals } from "./awardRefusals.ts";
import { postRefusals } from "./concurrentPost.ts";
import { extensionRefusals } from "./extensionRefusals.ts";
import { importRefusals } from "./importRefusals.ts";
import { matchingRefusals } from "./matchingPage.ts";
import { pairRefusals } from "./pairRefusals.ts";
import { recordRefusals } from "./recordRefusals.ts";
import { rulingRefusals } from "./rulingRefusals.ts";
import { schemeRefusals } from "./schemeRefusals.ts";
import { spotCheckRefusals } from "./spotCheck.ts";

export const refusals = {
  ...absenceWords.en.refusals,
  ...absenceRefusals,
  ...accountRefusals,
  ...assessmentRefusals,
  ...cosignerWords.en.refusals,
  ...auditExportWords.en.refusals,
  ...awardRefusals,
  ...extensionRefusals,
  ...importRefusals,
  ...matchingRefusals,
  ...pairRefusals,
  ...postRefusals,
  ...recordRefusals,
  ...rulingRefusals,
  ...spotCheckRefusals,
  ...schemeRefusals,
  "empty-range": () => "One day cannot both start in the afternoon and end in the morning",
  "from-after-to": (p) => `The last day must not be before the first (${p.from})`,
  "officer-differs": (p) => `Service number ${p.serviceNumber} does not agree with the officer on file`,
  "officer-corrected": (p) =>
    `This fact of service number ${p.serviceNumber} was corrected to “${p.to}” on ${p.on}: enter it as corrected`,
  "needs-correction": (p) =>
    `Service number ${p.serviceNumber}${p.name ? ` (${p.name}${p.from ? `, ${p.from} → ${p.to}` : ""})` : ""} has a secondment that is not ruled on: correct this on the person's page, with evidence and another person`,
  "correction-open": () =>
    "A correction already waits for approval: another one can follow when it is decided",
  "correction-not-open": () => "This correction is decided already or does not exist",
  "open-requests-full": (p) => `${p.limit} requests wait for an answer already: please wait for it`,
  "request-answered": () => "This request has been answered",
  "officer-changed": () => "What is on file changed while you were writing: load the page again and compare",
  "not-your-correction": () => "Only whoever proposed it can withdraw it",
  "merged-number": (p) =>
    `Service number ${p.serviceNumber} was merged into ${p.known} (the same person): use ${p.known}`,
  "unknown-officer": (p) => `No person on file has service number ${p.serviceNumber}`,
  "same-number": () => "Both numbers are the same",
  "terms-overlap": (p) =>
    `Secondments of both numbers overlap (${p.from} to ${p.to}) and one person has one at a time: if it is the same person, withdraw or end the one entered by mistake first`,
  "ordered-by-required": () => "Choose who ordered it: the host unit or the bureau",
  "ordered-by-sending-is-recall": () =>
    'Whatever the sending unit orders is class "recalled by sending unit", which the host unit, HR or the inspectors record',
  "parent-is-below": () => "A unit cannot be under itself or under one of its own units",
  "range-too-long": (p) => `At most ${p.days} days at once; split it`,
  "station-needs-branch": () => "A station must belong to a branch",
  "difference-moved": () =>
    "This difference has changed, or somebody has signed for it; look at it again before you sign",
  "unit-kind-differs": (p) => `Unit ${p.unit} exists, but is of another kind`,
  "unknown-unit": (p) => `There is no unit with the code or name "${p.unit}"`,
  "invalid-date": () => "This date does not exist or is not written like 2026-03-02",
  "invalid-value": () => "This value is not valid",
  required: () => "This is required",
  "too-long": (p) => `At most ${p.max} characters`,
} satisfies EveryRefusalSentence & Catalog<typeof zhRefusals>;

export const unknownRefusal = ((refusal) =>
  `Against the rules (${refusal.code})`) satisfies typeof zhUnknownRefusal;
