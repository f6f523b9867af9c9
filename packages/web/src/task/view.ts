import type { Task } from "./task.ts";

/** A task as JSON, with the link to where it is done; `about` names the checkpoint there. */
export function taskView({ person, checkpoint: _, ...task }: Task) {
  return {
    ...task,
    secondment: person.id,
    officer: { serviceNumber: person.number, name: person.name },
    hostStation: { code: person.station[0], name: person.station[1] },
    href: taskHref({ person, ...task }),
  };
}

const pages: Partial<Record<Task["what"], (about: string, whose: string) => string>> = {
  "approve-request": (about) => `/absences/${about}`,
  "confirm-finding": (about) => `/absences/${about}`,
  "answer-contest": (about) => `/absences/${about}`,
  "approve-proposal": (about) => `/absences/${about}`,
  "approve-report-in": () => "/report-in/corrections",
  "file-form": (about, whose) => `/checkpoints/${about}/forms/${whose}`,
  "accept-form": (about) => `/assessments/${about}`,
  "chase-form": () => "#checkpoints",
  "give-statement": () => "/ruling",
  rule: () => "/ruling",
  review: () => "/ruling",
  "approve-ruling": () => "/ruling",
  "serve-notice": () => "/ruling",
  "answer-review": () => "/ruling",
  "calendar-differs": () => "/ruling",
  "reconfirm-month": (about, whose) => `/checkpoints/${about}/forms/${whose}`,
  "host-opinion": () => "/extension",
  "sending-opinion": () => "/extension",
  "decide-extension": () => "/extension",
  "hand-over": () => "/hand-over",
  "verify-contribution": (about) => `/results#${about}`,
  "decide-contribution": (about) => `/results#${about}`,
};

/** Where a task is done, within the pages of its secondment; undefined for what the page itself shows. */
export function taskPlace(what: Task["what"], about: string, whose: string): string | undefined {
  return pages[what]?.(about, whose);
}

/** The page on which a task is done. */
export function taskHref({
  what,
  about,
  whose,
  person,
}: Pick<Task, "what" | "about" | "whose" | "person">): string {
  return `/secondments/${person.id}${taskPlace(what, about, whose) ?? ""}`;
}
