import * as z from "zod";
import { accountSchema, assignmentSchema, emergencySchema, identitySchema } from "../account.ts";
import { delegationSchema, standInSchema } from "../delegation.ts";

const { name, status, hasSecondFactor, kind } = accountSchema.shape;
const { id: assignment, role, unit, from, to, access } = assignmentSchema.shape;
const { id: emergency, reason, until, review } = emergencySchema.shape;
const { note } = review.unwrap().shape;
const { id: identity, issuer, subject } = identitySchema.shape;
const bound = z.strictObject({ identity, issuer, subject });
const { id: delegation, delegate } = delegationSchema.shape;
const { holder } = standInSchema.shape;
const granted = z.strictObject({ assignment, role, unit, from, to, access });

/** What may happen to an account, each with what its event says; never a secret or a link. */
export const accountEvents = {
  "account.armed": z.strictObject({ emergency, reason, until }),
  /** `delegate` acts for whose account it is, in that role. */
  "account.delegated": z.strictObject({
    delegation,
    assignment,
    role,
    unit,
    delegate,
    ...delegationSchema.pick({ from: true, to: true, reason: true }).shape,
  }),
  "account.delegation-ended": z.strictObject({ delegation, role, delegate }),
  /** The same on the account of the delegate: whom they act for. */
  "account.delegate-named": z.strictObject({
    delegation,
    role,
    unit,
    holder,
    ...delegationSchema.pick({ from: true, to: true }).shape,
  }),
  "account.delegate-released": z.strictObject({ delegation, holder }),
  "account.code-issued": z.strictObject({ until }),
  "account.disarmed": z.strictObject({ emergency }),
  "account.emergency-reviewed": z.strictObject({ emergency, note }),
  "account.emergency-used": z.strictObject({ emergency, until }),
  "account.identity-asked": bound,
  "account.identity-bound": bound,
  "account.identity-confirmed": bound,
  "account.identity-unbound": bound,
  "account.link-issued": z.strictObject({ purpose: z.enum(["invitation", "reset"]) }),
  "account.opened": z.strictObject({ name, kind }),
  "account.passphrase-set": z.strictObject({ with: z.enum(["link", "passphrase"]) }),
  "account.recovery-renewed": z.strictObject({ hasSecondFactor }),
  "account.resumed": z.strictObject({ status }),
  "account.role-asked": granted,
  "account.role-confirmed": z.strictObject({ assignment, role }),
  "account.role-ended": z.strictObject({ assignment, role }),
  "account.role-granted": granted,
  "account.role-limited": z.strictObject({
    assignment,
    role,
    to: z.iso.date(),
    because: z.enum(["secondment", "move"]),
  }),
  "account.second-factor-removed": z.strictObject({ hasSecondFactor }),
  "account.second-factor-set": z.strictObject({ hasSecondFactor }),
  "account.suspended": z.strictObject({ status, reason: z.string() }),
} as const;
