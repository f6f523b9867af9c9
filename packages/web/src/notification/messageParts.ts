import type { PersonRole } from "@dunmiao/domain/actor";
import { mayTry, reachOf } from "@dunmiao/domain/permissions";
import type { DecisionMessage } from "@dunmiao/domain/term/decisionMessage";
import type { InboxMessage } from "@dunmiao/store/notification";
import { namedCheckpoint } from "../ui/checkpointName.ts";
import { formatHalfRange } from "../ui/format.ts";
import { link } from "../ui/link.ts";
import { type TagColour, tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";

const colours: Readonly<Partial<Record<InboxMessage["code"], TagColour>>> = {
  late: "yellow",
  "pair-orphan": "red",
  "pair-substitute-ends": "yellow",
  "pair-file-lacks": "orange",
  "pair-objected": "orange",
  escalated: "orange",
  missed: "grey",
  "review-opened": "red",
  "notice-waits": "yellow",
  "correction-waits": "yellow",
  "merge-waits": "yellow",
  "mover-left": "orange",
  "emergency-armed": "orange",
  "emergency-used": "red",
  "backup-missing": "red",
  "backup-old": "red",
  "difference-found": "red",
  "delegation-over": "grey",
  "delegation-withdrawn": "orange",
  "absence.approved": "green",
  "absence.rejected": "orange",
  "absence.voided": "grey",
  "finding.recorded": "yellow",
  "finding.confirmed": "orange",
  "finding.dismissed": "green",
  "form.returned": "orange",
  "form.accepted": "green",
  "extension.granted": "green",
  "extension.refused": "orange",
  "contribution.adopted": "green",
};

/** What a message says happened: of a decision by the name of its event. */
export function messageTag(text: Text, message: InboxMessage) {
  const name =
    "decision" in message ? text.eventType[message.code] : text.notificationPage.code[message.code];
  return tag(name, colours[message.code] ?? "blue");
}

const matters = {
  notice: { at: "/calendar/notices", act: "read-calendar" },
  correction: { at: "/officers", act: "read-people" },
  move: { at: "/officers", act: "read-people" },
  emergency: { at: "/accounts", act: "read-accounts" },
  head: { at: "/audit/heads", act: "read-heads" },
  difference: { at: "/audit/differences", act: "read-differences" },
} as const;

/** Whom or what a message is about, with the way there where the reader may open it: the pages of matters are the bureau's. */
export function messageSubject(text: Text, message: InboxMessage, role: PersonRole | undefined) {
  if ("matter" in message) {
    const { kind, id, label } = message.matter;
    if (kind === "backup") return link("/accounts", label);
    if (kind === "delegation") return link("/account", label);
    const { at, act } = matters[kind];
    const isOpen = role && reachOf(role, "read-messages") === "bureau" && mayTry({ role }, act);
    // Differences have one page for all, and so have heads.
    const place = kind === "difference" || kind === "head" ? at : `${at}/${encodeURIComponent(id)}`;
    return isOpen ? link(place, label) : label;
  }
  const { about } = message;
  if ("mentor" in about) {
    const { mentor, apprentice } = about;
    return link(placeOf(message), text.pairPage.one({ mentor: mentor.name, apprentice: apprentice.name }));
  }
  return link(placeOf(message), `${about.name} ${about.serviceNumber}`);
}

/** Where what a message tells can be read and, where there is a right, answered. */
export function placeOf(message: Exclude<InboxMessage, { matter: object }>): string {
  if ("pairId" in message) return `/pairs/${message.pairId}`;
  const url = `/secondments/${message.secondmentId}`;
  if (!("decision" in message)) return url;
  const { absence, assessmentId, checkpoint } = message.decision;
  if (absence) return `${url}/absences/${absence.id}`;
  if (message.code === "form.returned" && checkpoint !== undefined)
    return `${url}/checkpoints/${checkpoint}/forms/officer`;
  if (assessmentId !== undefined) return `${url}/assessments/${assessmentId}`;
  return url + (pages[message.code.split(".")[0] ?? ""] ?? "");
}

const pages: Readonly<Record<string, string>> = {
  ruling: "/ruling",
  statement: "/ruling",
  extension: "/extension",
  award: "/results",
  contribution: "/results",
};

/** The checkpoint of a reminder; of a decision also the days, whose it is and why. */
export function messageDetail(text: Text, message: InboxMessage): string {
  if ("matter" in message) return message.matter.label;
  if (!("decision" in message)) return checkpointOf(text, message);
  const { by, reason } = message.decision;
  const words = text.notificationPage;
  const said = [
    absenceOf(text, message.decision),
    checkpointOf(text, message.decision),
    words.by({ role: text.role[by] }),
    reason === undefined ? "" : words.because({ reason }),
  ];
  return said.filter(Boolean).join(" · ");
}

function absenceOf(text: Text, { absence }: DecisionMessage["decision"]): string {
  return absence ? `${text.absenceClass[absence.class]} ${formatHalfRange(text, absence)}` : "";
}

type Named = Pick<DecisionMessage["decision"], "name" | "checkpoint">;

function checkpointOf(text: Text, { name, checkpoint }: Named): string {
  return name && checkpoint ? namedCheckpoint(text, name, checkpoint) : "";
}
