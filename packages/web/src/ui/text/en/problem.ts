import type { Catalog } from "../catalog.ts";
import type { problem as zhProblem } from "../zhCN/problem.ts";

export const problem = {
  "400": {
    title: "The request could not be understood",
    what: "What arrived was incomplete or in the wrong format.",
    next: "Go back, check it and send it again.",
  },
  "401": {
    title: "Sign in first",
    what: "You are not signed in, or your session has ended.",
    next: "Sign in and open this page again.",
  },
  "403": {
    title: "Not permitted",
    what: "Your role may not see or do this.",
    next: "If it has to be done, contact the personnel office.",
  },
  "404": {
    title: "Not found",
    what: "This page or record does not exist, or has moved.",
    next: "Check the address, or start again from the navigation.",
  },
  "409": {
    title: "Somebody else changed this record",
    what: "The record changed while you were filling in the form.",
    next: "Look at the latest version and send it again.",
  },
  "413": {
    title: "Too large",
    what: "The file or form is larger than allowed.",
    next: "Split it as the page explains and upload it again.",
  },
  "422": {
    title: "This cannot be done",
    what: "What was entered is against the rules.",
    next: "Correct what is marked and send it again.",
  },
  "429": {
    title: "Too often",
    what: "Too many requests in a short time.",
    next: "Wait a little and try again; other pages work as usual.",
  },
  "500": {
    title: "Something went wrong",
    what: "An unexpected error occurred and was logged.",
    next: "Try again later; if it happens again, give the administrator this reference.",
  },
  "503": {
    title: "The service is not available",
    what: "The system cannot serve this request at the moment.",
    next: "Try again in a moment.",
  },
  kept: "Nothing was changed: what was stored before is intact.",
  reference: "Reference",
  toStart: "Back to the to-do list",
} satisfies Catalog<typeof zhProblem>;
