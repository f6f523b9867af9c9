import type { Absence } from "@dunmiao/domain/absence";
import type { Assessment } from "@dunmiao/domain/assessment";
import type { Verdict } from "@dunmiao/domain/count/count";
import type { SecondmentStatus } from "@dunmiao/domain/secondment";
import { raw } from "hono/html";
import { escapeText } from "./markup.ts";
import type { Text } from "./text.ts";

export type TagColour = "blue" | "grey" | "green" | "yellow" | "orange" | "red" | "teal" | "purple";

/** A tag with its text; the colour only repeats what the text says. */
export function tag(label: string, colour: TagColour) {
  const modifier = colour === "blue" ? "" : ` govuk-tag--${colour}`;
  return raw(`<strong class="govuk-tag${modifier}">${escapeText(label)}</strong>`);
}

const statusColours: Readonly<Record<SecondmentStatus, TagColour>> = {
  planned: "grey",
  serving: "blue",
  "under-review": "orange",
  "awaiting-ruling": "yellow",
  recognised: "green",
  "not-recognised": "red",
  withdrawn: "grey",
  "ended-early": "grey",
};

/** The status of a secondment. */
export function statusTag(text: Text, status: SecondmentStatus) {
  return tag(text.status[status], statusColours[status]);
}

const stateColours: Readonly<Record<Absence["state"], TagColour>> = {
  requested: "yellow",
  approved: "blue",
  rejected: "grey",
  recorded: "yellow",
  confirmed: "blue",
  dismissed: "grey",
  void: "grey",
};

/** The state of an absence. */
export function absenceStateTag(text: Text, state: Absence["state"]) {
  return tag(text.absenceState[state], stateColours[state]);
}

const formColours: Readonly<Record<Assessment["state"], TagColour>> = {
  draft: "grey",
  submitted: "yellow",
  returned: "orange",
  final: "green",
};

/** The state of a form of a checkpoint. */
export function formStateTag(text: Text, state: Assessment["state"]) {
  return tag(text.formState[state], formColours[state]);
}

const verdictColours: Readonly<Record<Verdict, TagColour>> = {
  within: "teal",
  "at-limit": "orange",
  exceeded: "red",
};

/** The count against the limit, as it is with everything pending. */
export function verdictTag(text: Text, verdict: Verdict, withPending: Verdict = verdict) {
  return tag(verdictWords(text, verdict, withPending), verdictColours[withPending]);
}

/** The same in words, for files: never within the limit where what waits would exceed it. */
export function verdictWords(text: Text, verdict: Verdict, withPending: Verdict): string {
  if (withPending === verdict) return text.verdict[verdict];
  return text.verdict.reached({ verdict: text.verdict[withPending] });
}
