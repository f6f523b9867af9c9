import { nameOf } from "../../nameOf.ts";
import type { Catalog, RefusalSentences } from "../catalog.ts";
import { staleWords } from "../stale.ts";
import type { accountPage as zh } from "../zhCN/accountPage.ts";
import { role as roles } from "./people.ts";

export const accountPage: Catalog<typeof zh> = {
  title: "Accounts",
  none: "There is no account yet",
  number: "Police number",
  name: "Name",
  roles: "Roles",
  state: "Status",
  stateOf: { active: "Active", suspended: "Suspended" },
  secondFactor: "One-time codes",
  set: "Set up",
  notSet: "Not set up",
  waiting: ({ count }) =>
    count === 1 ? "1 role waits to be confirmed" : `${count} roles wait to be confirmed`,
  open: "Open an account",
  openIntro:
    "One account for each police number. The security officer then gives it roles, and the administrator hands a one-time link to the person, who sets a passphrase.",
  one: ({ name, number }) => `${name} (${number})`,
  assignment: "Role",
  unit: "Unit",
  noUnit: "No unit",
  from: "First day",
  to: "Last day",
  toHint: "Left empty, it has no end; for somebody on secondment give the day on which it ends.",
  noEnd: "No end",
  assignmentState: { asked: "Waits for the other hand", granted: "In force", ended: "Ended" },
  grantedBy: "Given by",
  noRoles: "No role: nothing can be done after signing in",
  grant: "Give a role",
  grantHint:
    "Personnel office and bureau approver are confirmed by the administrator. Nobody is two of administrator, security officer and auditor. Branch, station and sending unit need a unit.",
  confirm: "Confirm",
  end: "End",
  link: "One-time link",
  linkIntro:
    "The link is shown only now, lasts 24 hours and works once. Hand it over in person, not by chat or e-mail. Whoever sets a passphrase with it also gives the hand-over code that the security officer tells them, or a code of their own device where they have one.",
  issueInvitation: "Make an invitation link",
  issueReset: "Make a link for a new passphrase",
  linkFor: ({ name, number, until }) => `Link for ${name} (${number}), until ${until}`,
  code: "Hand-over code",
  codeIntro:
    "Whoever sets a passphrase with a link of the administrator gives this code with it: no administrator comes in as somebody else alone. Tell it in person, to whom you know to be that person. It is shown only now, lasts 24 hours, and works until it is used or another one is made.",
  issueCode: "Make a hand-over code",
  codeFor: ({ name, number, until }) => `Hand-over code for ${name} (${number}), until ${until}`,
  identities: "Identities at the organisation's sign-in",
  subject: "Subject (sub)",
  issuer: "Issuer",
  boundOn: "Bound on",
  bind: "Bind an identity",
  bindHint: ({ issuer }) =>
    `Issuer: ${issuer}. The subject is the sub that it gives, letter by letter; or hand the person a one-time link, who then binds it by signing in. Names and e-mail addresses are never matched. Until the security officer has confirmed the binding nobody signs in by it, except with the account's own one-time code.`,
  bindState: { asked: "Waits for the security officer", bound: "In force" },
  unbind: "Unbind",
  suspend: "Suspend the account",
  suspendHint: "Every session ends at once, and nobody can sign in with it.",
  reason: "Reason",
  resume: "Lift the suspension",
  removeSecondFactor: "Remove one-time codes",
  removeSecondFactorHint:
    "For somebody who has lost the device and has no recovery code left; they set it up again at the next sign-in.",
  sessions: "Sessions",
  noSessions: "Nobody is signed in",
  endSessions: "End all",
  since: "Signed in",
  seen: "Last used",
  device: "Browser",
  duties: "To do",
  toConfirm: ({ count }) =>
    count === 1 ? "1 role waits for you to confirm it" : `${count} roles wait for you to confirm them`,
  vacant: ({ role, until }) =>
    until === undefined
      ? `Nobody holds the role ${role}, and nobody handles what waits for it: the security officer gives it, the administrator confirms it`
      : `After ${until} nobody holds the role ${role}: the security officer gives it to a successor, the administrator confirms it`,
  toConfirmIdentity: ({ count }) =>
    count === 1
      ? "1 identity waits for you to confirm whose it is"
      : `${count} identities wait for you to confirm whose they are`,
  ...staleWords.en,
  lastBackup: ({ at }) => `Last backup: ${at}, every record verified`,
  noBackup: "There is no backup: data that are damaged are lost. ",
  oldBackup: ({ at }) => `The last backup was taken at ${at}, more than 26 hours ago. `,
  whyNoBackup:
    "One is taken each night and after a start; if it does not come, run npm run backup on the server to see why.",
  backupFailed: {
    "no-room":
      "The latest backup failed: no room on the disk (three times the size of the data is needed meanwhile). Make room; it is tried again every hour.",
    "not-writable":
      "The latest backup failed: its directory cannot be written to. Look at the rights and the mount of DATA_DIR/backups; it is tried again every hour.",
    "not-sound":
      "The latest backup failed: the data did not verify. Nothing was kept of it, and the earlier ones are untouched. Run npm run backup on the server to see which record.",
    other:
      "The latest backup failed; it is tried again every hour. Run npm run backup on the server to see why.",
  },
};

export const accountRefusals = {
  "account-armed": () => "The account is armed already",
  "account-not-armed": () => "This emergency account is off: ask the security officer",
  "account-not-of-emergencies": () => "This is no emergency account",
  "emergency-goes-on": () => "The emergency is not over: review it afterwards",
  "emergency-not-used": () => "Nobody signed in: there is nothing to review",
  "emergency-reviewed": () => "This emergency was reviewed already",
  "identity-not-of-kind": () => "An emergency account is bound to no identity of the organisation",
  "role-not-of-kind": () => "An account of this kind cannot have this role",
  "too-many-emergency-accounts": (p) => `There are at most ${p.limit} emergency accounts`,
  "account-known": () => "There is an account for this police number already",
  "account-name-differs": (p) =>
    `The account of this police number has the name ${p.name}: check which is right`,
  "account-not-suspended": () => "The account is not suspended",
  "account-suspended": () => "The account is suspended",
  "code-wrong": () =>
    "The code is not right: enter the six digits that your device shows now. If it keeps being wrong, compare the clock of the device: it may differ by 30 seconds",
  "delegate-is-hand": (p) =>
    `The delegate is ${nameOf(roles, p.role)}: administrators, security officers and auditors act for nobody`,
  "delegate-is-holder": () => "The delegate is somebody else than the holder",
  "delegate-not-fit": () =>
    "There is no account in use with this number: check it, or have the administrator open one first",
  "delegated-already": (p) =>
    `From ${p.from} to ${p.to} this role is delegated to ${p.name}: take that back first, or choose other days`,
  "delegated-not-further": () =>
    "You are acting for somebody else and delegate nothing: change to a role of your own first",
  "delegation-begins-early": (p) => `The first day is not before ${p.from}`,
  "delegation-ended": () => "This delegation is over",
  "delegation-outlasts-role": (p) => `The role ends on ${p.to}: the last day is not after that`,
  "delegation-too-long": (p) =>
    `At most ${p.days} days at a time, to ${p.to}; for longer, have the role given to somebody`,
  "drawn-for-another-role": () =>
    "This page was opened in another role than the one that you act in now: nothing was saved. Open it again",
  "hands-together": (p) =>
    `This person is ${nameOf(roles, p.role)}: nobody is two of administrator, security officer and auditor`,
  "last-of-role": (p) =>
    `Nobody else can sign in as ${nameOf(roles, p.role)}: somebody else needs the role without an end, and one-time codes, first`,
  "identity-bound-already": () => "This subject is bound to an account already",
  "identity-not-asked": () => "This identity does not wait to be confirmed",
  "identity-not-confirmed": (p) =>
    `Your identity was bound to a police number, but the security officer has not confirmed it yet, so you cannot come in. Tell them your subject, which they compare and confirm: ${p.subject}`,
  "identity-not-bound": (p) =>
    `You are signed in at your organisation, but not bound to a police number, so you cannot come in. Tell the administrator your subject, or ask for a one-time link: ${p.subject}`,
  "link-code-wrong": () =>
    "This hand-over code is not right, was used or is over: ask the security officer for another one",
  "link-not-valid": () =>
    "The link is not valid, was used or is over: ask the system administrator for a new one",
  "machine-has-role": () => "This machine has a role in that time already: end it first",
  "machine-has-token": () => "A machine asks by bearer token: it has no link, no passphrase and no sign-in",
  "machine-not-bound": () =>
    "No machine's account is bound to the subject of this token, or the security officer has not confirmed it yet",
  "machine-reads-only": () => "This machine may only read: writing needs a role that says so",
  "machine-without-role": () => "This machine has no role today",
  "machines-not-known": () => "No issuer of machine tokens is configured here",
  "token-expired": () => "The token has expired: get another one",
  "token-keys-unreachable": () => "The keys of the token's issuer cannot be read just now: try again later",
  "token-not-valid": () =>
    "The token is not valid here: its signature, algorithm, issuer, audience or time is not right",
  "token-with-cookie": () => "A request has either a token or a session cookie, never both",
  "other-hand-confirms": (p) =>
    `It was asked for by ${nameOf(roles, p.role)}: the other hand, administrator or security officer, confirms it`,
  "passphrase-is-number": () => "The passphrase must not contain the police number",
  "passphrase-same": () => "The new passphrase is the present one",
  "passphrase-short": (p) => `The passphrase needs at least ${p.least} characters`,
  "passphrase-wrong": () => "The present passphrase is not right",
  "passphrases-not-used": () => "There are no passphrases here: sign in at your organisation",
  "provider-clock": ({ minutes }) =>
    `The clocks of this system and of your organisation's sign-in are too far apart${minutes === undefined ? "" : ` (about ${minutes} minutes)`} to sign in: ask the administrator to set them`,
  "provider-not-known": () => "No sign-in of the organisation is configured here",
  "provider-refused": () =>
    "Signing in at your organisation was not completed. Try again; if it keeps failing, ask the administrator",
  "provider-unreachable": () =>
    "Your organisation's sign-in cannot be reached just now. Try again later; nothing that you filled in is lost",
  "role-ended": () => "This role has ended",
  "role-held-already": () => "This person has this role in that time already",
  "role-mark-unknown": () => "There is no such role: choose one of the list",
  "role-not-delegable": () => "Nobody acts for somebody else in this role",
  "role-not-held": () => "The holder does not have this role",
  "role-needs-unit": () => "This role needs a unit",
  "role-not-asked": () => "This role does not wait to be confirmed",
  "role-without-unit": () => "This role has no unit: choose none",
  "same-two-people": () => "System administrator and security officer cannot be the same person",
  "sign-in-blocked": (p) =>
    `Too many failures: try again in ${p.minutes} ${p.minutes === 1 ? "minute" : "minutes"}`,
  "sign-in-begun-elsewhere": () =>
    "This sign-in was not begun in this browser, was used, or is older than ten minutes: sign in again",
  "sign-in-failed": () => "The police number, passphrase or code is not right",
  "too-many-delegations": (p) =>
    `An account has at most ${p.limit} delegations at a time: take back what is not needed`,
  "too-many-identities": (p) => `An account is bound to at most ${p.limit} subjects`,
  "too-many-roles": (p) => `An account has at most ${p.limit} roles`,
} satisfies RefusalSentences;
