import { isRelated, type Subject } from "./access.ts";
import { type Actor, type PersonRole, personRoles, type Role } from "./actor.ts";
import { by, type Grant, inPlace, type Relation } from "./relation.ts";
import { central, leading, officesAndUnits, ofThePair, readers, staff } from "./roleGroups.ts";

/**
 * Who may do what, by act, role and relation: the one place that says it. Routes name an act of it, rules, pages and lists
 * ask it; what it does not name is not allowed. What it leaves to the rules: nobody decides on their own case or on what
 * they asked for, and how far a rung of the leave ladder reaches.
 */
export const permissions = {
  // Whatever is read of a term and of the people.
  "read-secondment": inPlace(...readers),
  "read-hand-over": [
    ...inPlace("hr", "approver", "branch", "station", "sending"),
    { role: "officer", relations: ["own", "successor"] },
    ...inPlace("inspector", "auditor"),
  ],
  "read-people": [...officesAndUnits, ...by("own", "officer"), ...by("bureau", "inspector", "auditor")],
  "read-openings": [...by("own", "officer"), ...by("bureau", "auditor")],
  "read-units": by("none", ...readers),
  "read-cohorts": by("none", ...readers),
  "read-cohort": inPlace(...central),
  "read-overview": inPlace(...central, "branch"),
  "read-imports": inPlace(...central),
  "read-schemes": by("none", ...readers),
  "read-drafts": by("none", "hr", "approver", "auditor"),
  "read-calendar": by("none", ...readers),
  "read-messages": [...inPlace(...staff), ...by("bureau", "administrator", "security")],
  "read-permissions": by("none", ...personRoles),
  "read-heads": by("none", "inspector", "auditor", "administrator", "security"),
  "export-audit": by("none", "auditor"),
  "read-differences": by("none", "auditor", "administrator"),
  "sign-difference": by("none", "auditor"),
  "read-unfinished-forms": inPlace("hr", "approver", "branch", "station", "sending", "inspector", "auditor"),
  "read-neighbours-at-post": inPlace("officer"),
  "read-damaged-ids": by("none", "hr"),
  "read-own-data": by("account", ...personRoles),
  "ask-own-correction": by("account", ...personRoles),
  "send-kept-forms": by("account", ...personRoles),

  // To-dos.
  "read-todos": [...inPlace(...readers), ...by("pair", "mentor")],
  "oversee-todos": inPlace("hr"),
  "cover-station-todos": inPlace("branch"),
  "act-on-todos": inPlace("hr", "station", "branch", "approver"),
  "approve-requests": inPlace("station", "branch", "approver"),
  "confirm-attendance": inPlace("station"),
  "acknowledge-warning": inPlace("hr"),
  "handle-flag": by("none", "hr"),

  // Report-in.
  "confirm-report-in": inPlace("hr", "station", "branch"),
  "correct-report-in": inPlace("hr"),
  "decide-report-in": inPlace("hr", "approver"),

  // Absences.
  "record-absence": inPlace("hr", "station", "branch", "inspector", "officer"),
  "record-request": inPlace("officer", "station", "branch", "hr"),
  "record-finding": inPlace("station", "branch", "hr", "inspector"),
  "approve-absence": inPlace("station", "branch", "approver", "hr"),
  "confirm-finding": inPlace("station", "branch", "approver", "hr"),
  "reject-absence": inPlace("station", "branch", "approver", "hr", "inspector"),
  "contest-finding": inPlace("officer"),
  "add-evidence": inPlace("officer", "station", "branch", "hr"),
  "amend-absence": inPlace("hr", "station", "branch", "approver", "inspector", "officer"),
  "amend-or-void": inPlace("station", "branch", "hr", "approver", "inspector"),
  "ask-day-back": inPlace("officer"),
  "approve-proposal": inPlace("hr", "approver"),

  // Assessments, awards and contributions.
  "file-form": inPlace("officer", "station", "branch", "sending", "hr"),
  "decide-form": inPlace("station", "branch", "hr", "approver"),
  "decide-any-form": inPlace("hr"),
  "record-award": inPlace("hr"),
  "set-headline": inPlace("hr"),
  "report-contribution": inPlace("officer", "station", "hr"),
  "verify-contribution": inPlace("station", "branch", "hr"),
  "decide-contribution": inPlace("branch", "hr"),

  // The end of a term.
  "end-early": inPlace("hr"),
  "give-statement": inPlace("officer", "hr"),
  "state-own-words": inPlace("officer"),
  "record-refused-statement": inPlace("hr"),
  "propose-ruling": inPlace("hr"),
  "decide-ruling": inPlace("approver"),
  "serve-notice": inPlace("hr"),
  "request-review": inPlace("officer", "hr"),
  "request-review-by-calendar": inPlace("hr"),
  "request-extension": inPlace("officer", "hr"),
  "ask-own-extension": inPlace("officer"),
  "enter-paper-extension": inPlace("hr"),
  "hear-host": inPlace("station", "branch"),
  "hear-sending": inPlace("sending"),
  "decide-extension": inPlace("approver"),
  "write-hand-over": inPlace("officer", "station"),
  "receive-hand-over": by("successor", "officer"),

  // Spot checks.
  "read-spot-checks": inPlace("hr", "inspector", "approver", "auditor"),
  "run-spot-checks": inPlace("hr", "inspector"),

  // Mentor pairs: both units read, the one that leads decides, the two act in their own.
  "read-pairs": [...officesAndUnits, ...ofThePair, ...by("bureau", "inspector", "auditor")],
  "plan-pair": leading,
  "approve-pair": [...by("bureau", "hr", "approver"), ...by("people", "branch")],
  "sign-agreement": leading,
  "record-activity": [...leading, ...ofThePair],
  "confirm-activity": ofThePair,
  "substitute-mentor": leading,
  "test-pair": leading,
  "sign-skill": leading,
  "review-pair": [...leading, ...ofThePair],
  "state-pair": by("pair", "officer"),
  "return-mentor": leading,
  "hand-over-pair": leading,
  "object-to-pair": ofThePair,
  "decide-objection": [...by("bureau", "hr", "approver"), ...by("people", "branch")],
  "end-pair": leading,
  "assign-file": leading,
  "propose-pairs": [...by("bureau", "hr"), ...by("people", "branch")],

  // Concurrent posts.
  "read-posts": [...officesAndUnits, ...by("own", "officer"), ...by("bureau", "inspector", "auditor")],
  "keep-posts": [...by("bureau", "hr"), ...by("people", "branch")],
  "add-post-activity": [...by("bureau", "hr"), ...by("people", "branch", "station"), ...by("own", "officer")],
  "read-places": by("none", ...readers),
  "read-coverage": [...by("bureau", ...central), ...by("people", "branch", "station")],

  // What the personnel office keeps.
  "keep-places": by("none", "hr"),
  "begin-cohort": by("none", "hr"),
  "plan-next-cohort": inPlace("hr"),
  "import-people": inPlace("hr"),
  "keep-units": by("none", "hr"),
  "read-quota": [...by("bureau", ...central), ...by("people", "branch", "sending")],
  "keep-quota": by("none", "hr"),
  "add-officer": inPlace("hr"),
  "correct-officer": inPlace("hr"),
  "answer-own-correction": inPlace("hr", "approver"),
  "decide-officer-correction": inPlace("approver"),
  "edit-scheme": by("none", "hr"),
  "publish-scheme": by("none", "hr", "approver"),
  "load-notice": by("none", "hr", "approver"),

  // Accounts: one hand keeps them, the other gives roles, the auditor reads.
  "read-accounts": by("none", "auditor", "administrator", "security"),
  "keep-accounts": by("none", "administrator"),
  "import-accounts": by("none", "administrator"),
  "confirm-role": by("none", "administrator", "security"),
  "confirm-identity": by("none", "security"),
  "issue-code": by("none", "security"),
  "grant-role": by("none", "security"),
  "remove-second-factor": by("none", "security"),
  "arm-account": by("none", "security"),
  "review-emergency": by("none", "auditor"),
  // By the holder or the personnel office; in no other role anybody acts for its holder.
  "delegate-role": by("account", "hr", "approver", "branch", "station", "sending", "inspector"),
  "keep-delegations": by("none", "hr"),
  // Who signs the heads beside us: the key is entered by one hand, what it signed is brought in by another.
  "keep-cosigners": by("none", "security"),
  "bring-cosignature": by("none", "auditor"),
} as const satisfies Record<string, readonly Grant[]>;

/** Something that the table lets somebody do. */
export type PermittedAct = keyof typeof permissions;

/** The roles that an act is given to, in the order of the table. */
export function rolesOf(act: PermittedAct): readonly PersonRole[] {
  return permissions[act].map(({ role }) => role);
}

/** Whether a role does this at all, before it is asked to which file; no for nobody and by default. */
export function mayTry(actor: { readonly role: Role } | undefined, act: PermittedAct): boolean {
  return actor !== undefined && relationsOf(actor.role, act).length > 0;
}

/** Whether somebody does this to this file, or about these people; no by default. */
export function may(actor: Actor, act: PermittedAct, subject: Subject): boolean {
  return relationBy(actor, act, subject) !== undefined;
}

/** Whose files an act opens to a role, as lists ask to choose what they read; undefined where the act is not the role's. */
export function reachOf(role: Role, act: PermittedAct): Relation | undefined {
  return relationsOf(role, act)[0];
}

/** In which relation to a file somebody may do this to it; undefined where they may not. */
export function relationBy(actor: Actor, act: PermittedAct, subject: Subject): Relation | undefined {
  return relationsOf(actor.role, act).find((relation) => isRelated(relation, actor, subject));
}

function relationsOf(role: Role, act: PermittedAct): readonly Relation[] {
  return permissions[act].find((grant) => grant.role === role)?.relations ?? [];
}
