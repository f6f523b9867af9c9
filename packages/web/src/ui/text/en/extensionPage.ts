import type { Catalog } from "../../text.ts";
import type { extensionPage as zhExtensionPage } from "../zhCN/extensionPage.ts";

export const extensionPage = {
  title: "Request for a further term",
  open: "Further term",
  none: "No further term has been asked for",
  window: (p) =>
    `A further term of at most ${p.max} months may be asked for from ${p.from} to ${p.to}. It may be decided after the last day; the post is kept until then.`,
  ask: "Ask for a further term",
  onPaper: "Entered from the officer's request on paper; give the reason that stands there.",
  months: "Months",
  monthsHint: (p) => `1 to ${p.max} months`,
  monthsAre: (p) => (p.months === 1 ? "1 month" : `${p.months} months`),
  reason: "Reason",
  state: "State",
  states: {
    requested: "Waiting for the host",
    "host-heard": "Waiting for the sending unit",
    "sending-heard": "Waiting for the bureau",
    granted: "Granted",
    refused: "Refused",
    withdrawn: "Taken back",
  },
  askedBy: "Asked for by",
  further: "Further term",
  record: "Record of the further term",
  continues: "Continues",
  continuedBy: "Continued by",
  opinions: "Opinions and decision",
  who: "Step",
  said: "Answer",
  by: "By",
  on: "On",
  notYet: "Not yet given",
  opinion: {
    host: "Opinion of the host",
    sending: "Opinion of the sending unit",
    decide: "Decision of the bureau",
  },
  answers: {
    host: { true: "In favour", false: "Against" },
    sending: { true: "In favour", false: "Against" },
    decide: { true: "Grant the further term", false: "Refuse the further term" },
  },
  answer: { host: "Give the opinion", sending: "Give the opinion", decide: "Decide" },
  withdraw: "Take the request back",
} satisfies Catalog<typeof zhExtensionPage>;
