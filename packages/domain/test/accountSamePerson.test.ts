import { delegateRole } from "../src/account/delegation.ts";
import { reviewEmergency } from "../src/account/emergency.ts";
import { bindIdentity, confirmIdentity, unbindIdentity } from "../src/account/identity.ts";
import { newAccount } from "../src/account/planAccount.ts";
import { confirmRole, endRole, grantRole } from "../src/account/roles.ts";
import {
  issueCode,
  issueLink,
  removeSecondFactor,
  resumeAccount,
  suspendAccount,
} from "../src/account/status.ts";
import type { Account, Assignment } from "../src/account.ts";
import type { Actor } from "../src/actor.ts";
import { everyRefusal } from "./support/samePerson.ts";

const today = "2026-03-02";
const now = `${today}T09:00:00.000Z`;
/** One person who acts in whichever role the rule asks for. */
const person = { id: "100001", serviceNumber: "100001" };
const security: Actor = { ...person, role: "security" };
const administrator: Actor = { ...person, role: "administrator" };
const ground = { actor: administrator, today };
const own = newAccount({ number: "100001", name: "一号" });
const other = newAccount({ number: "100002", name: "二号" });
const bySelf = { id: "100001", role: "security" } as const;
const byOther = { id: "100003", role: "security" } as const;
const role = (grantedBy: Assignment["grantedBy"]): Assignment => ({
  id: "a",
  role: "hr",
  from: today,
  state: "asked",
  grantedBy,
});
const identity = { id: "i", issuer: "https://sso.example", subject: "s", boundOn: today };
const used = { id: "e", reason: "中断", at: "2026-03-01T00:00:00.000Z", until: "2026-03-01T02:00:00.000Z" };
const emergency: Account = {
  ...other,
  kind: "emergency",
  emergencies: [{ ...used, by: bySelf, usedAt: "2026-03-01T00:10:00.000Z" }],
};
const holder: Account = { ...other, assignments: [{ ...role(byOther), state: "granted" }] };
const days = { assignment: "a", delegate: "100001", from: today, to: today, reason: "出差" };
const hr: Actor = { ...person, role: "hr" };

everyRefusal(["account"], {
  "grantRole own-case": grantRole(
    own,
    { role: "hr", from: today },
    { ...ground, actor: security, id: "a", unit: undefined },
  ),
  "confirmRole own-case": confirmRole({ ...own, assignments: [role(byOther)] }, "a", ground),
  "confirmRole same-person-decides": confirmRole({ ...other, assignments: [role(bySelf)] }, "a", ground),
  "endRole own-case": endRole({ ...own, assignments: [role(byOther)] }, "a", ground),
  "suspendAccount own-case": suspendAccount(own, { reason: "x" }, ground),
  "resumeAccount own-case": resumeAccount({ ...own, status: "suspended" }, ground),
  "issueLink own-case": issueLink(own, "reset", ground),
  "issueCode own-case": issueCode(own, now, { ...ground, actor: security }),
  "removeSecondFactor own-case": removeSecondFactor({ ...own, hasSecondFactor: true }, ground),
  "bindIdentity own-case": bindIdentity(own, identity, ground),
  "confirmIdentity own-case": confirmIdentity(
    { ...own, identities: [{ ...identity, askedBy: byOther }] },
    "i",
    ground,
  ),
  "confirmIdentity same-person-decides": confirmIdentity(
    { ...other, identities: [{ ...identity, askedBy: bySelf }] },
    "i",
    { actor: security },
  ),
  "unbindIdentity own-case": unbindIdentity({ ...own, identities: [identity] }, "i", ground),
  "reviewEmergency same-person-decides": reviewEmergency(
    emergency,
    { id: "e", note: "x" },
    { actor: { ...person, role: "auditor" }, now },
  ),
  "refusedDelegate own-case": delegateRole(holder, days, { actor: hr, today, id: "d", delegate: own }),
});
