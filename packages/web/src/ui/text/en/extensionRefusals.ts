import { nameOf } from "../../nameOf.ts";
import type { Catalog, RefusalSentences } from "../catalog.ts";
import type { extensionRefusals as zhExtensionRefusals } from "../zhCN/extensionRefusals.ts";
import { extensionPage } from "./extensionPage.ts";
import { status } from "./secondment.ts";

export const extensionRefusals = {
  "already-received": (p) => `The successor confirmed it on ${p.on}`,
  "extension-granted": (p) => `A further term from ${p.from} is granted already`,
  "extension-months": (p) => `A further term has 1 to ${p.max} months`,
  "extension-only-own": () =>
    "The officer asks for a further term and takes the request back; HR only enters and takes back what came on paper",
  "extension-open": () => "A request for a further term is open: settle it first",
  "extension-window": (p) => `A further term may be asked for from ${p.from} to ${p.to} only`,
  "hand-over-empty": () => "Fill in at least one section",
  "no-hand-over": () => "Nothing has been handed over yet",
  "no-open-extension": () => "No request for a further term is open",
  "not-open-to-extension": (p) => `The secondment is “${nameOf(status, p.status)}”: there is no further term`,
  "not-open-to-hand-over": (p) =>
    `The secondment is “${nameOf(status, p.status)}”: nothing can be handed over`,
  "not-the-successor": () => "Only the successor at the post confirms receipt",
  "not-your-turn": (p) =>
    `The request is “${nameOf(extensionPage.states, p.state)}”: this step is not due yet, or was taken`,
} satisfies RefusalSentences & Catalog<typeof zhExtensionRefusals>;
