import type { RefusalTable } from "../refusalClass.ts";

/** Accounts, their roles, and signing in. */
export const accountRefusals = {
  "account-known": "conflict",
  "account-name-differs": "conflict",
  "account-not-suspended": "conflict",
  "account-suspended": "conflict",
  "code-wrong": "invalid",
  "hands-together": "invalid",
  "last-of-role": "conflict",
  "link-not-valid": "conflict",
  "other-hand-confirms": "conflict",
  "passphrase-is-number": "invalid",
  "passphrase-short": "invalid",
  "passphrase-same": "invalid",
  "passphrase-wrong": "invalid",
  "role-ended": "conflict",
  "role-held-already": "conflict",
  "role-mark-unknown": "invalid",
  "role-needs-unit": "invalid",
  "role-not-asked": "conflict",
  "role-without-unit": "invalid",
  "same-two-people": "invalid",
  "sign-in-blocked": "invalid",
  "sign-in-failed": "invalid",
  "too-many-roles": "invalid",
} satisfies RefusalTable;
