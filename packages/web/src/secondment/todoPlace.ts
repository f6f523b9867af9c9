import type { Todo } from "@dunmiao/domain/todo";

const pages: Partial<Record<Todo[0], (about: string, whose: string) => string>> = {
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

/** Where a to-do is done, within the pages of its secondment; undefined for what the page itself shows. */
export function todoPlace(what: Todo[0], about: string, whose: string): string | undefined {
  return pages[what]?.(about, whose);
}
