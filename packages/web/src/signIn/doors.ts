import type { Account } from "@dunmiao/domain/account";
import type { FirstLink } from "./firstLink.ts";
import type { Provider } from "./provider.ts";

/** By which doors people come in: a provider of the organisation, passphrases of this installation, or both. */
export type Doors = {
  readonly first: FirstLink;
  readonly provider?: Provider | undefined;
  readonly hasPassphrases: boolean;
};

/** Whether somebody can sign in to this account by passphrase: one for emergencies has no other door. */
export function takesPassphrase({ kind }: Account, { hasPassphrases }: Doors): boolean {
  return hasPassphrases || kind === "emergency";
}
