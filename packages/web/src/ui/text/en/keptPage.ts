import type { Catalog } from "../catalog.ts";
import type { keptPage as zhKeptPage } from "../zhCN/keptPage.ts";

export const keptPage = {
  ended: "Your session has ended: sign in again",
  isKept: "What you typed is kept for one hour",
  isNotKept: "What you typed could not be kept",
  nothingChanged: "This form was not carried out: nothing that was stored before has changed.",
  signInNext:
    "Sign in as the same person in the same role; then you return to the form with everything that you typed.",
  signInToUpload:
    "Sign in as the same person in the same role; then go back to the upload page and choose the file again. Anything else that you typed is kept for one hour.",
  signInElsewhere:
    "Sign in in a new tab first, then go back in the browser to the form and send it again, or copy your text now.",
  signIn: "Sign in",
  otherRole: "The form belongs to another role",
  drawnFor: (p) =>
    `This form was opened as “${p.before}”; you now act as “${p.now}”. Choose in which role you go on.`,
  drawnForLost: (p) => `The role in which this form was opened is over; you now act as “${p.now}”.`,
  goOnAs: (p) => `Go on as ${p.role}`,
  back: "Back to the page of the form",
  title: "Forms that are not carried out yet",
  intro:
    "These forms were sent after the session had ended or the role was changed, and are not carried out yet. Return to the form with everything in its boxes, or send it as it is; it is checked as always. Throw away what is not wanted.",
  none: "No form is kept",
  noneHint:
    "What was typed when a session ended or a role was changed is kept for one hour, and only the person who typed it sees it, signed in with the same role and unit. What was sent or thrown away is kept no longer.",
  form: (p) => `Form ${p.number}`,
  heldBy: "Page of the form",
  filledIn: "Filled in",
  fields: (p) => (p.count === 1 ? "1 field" : `${p.count} fields`),
  until: "Kept until",
  fileAgain: "The file was not kept and must be chosen again.",
  toUpload: "Back to the upload page",
  again: "Return to the form",
  send: "Send as it is",
  discard: "Throw away what was typed",
} satisfies Catalog<typeof zhKeptPage>;
