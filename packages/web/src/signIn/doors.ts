import type { FirstLink } from "./firstLink.ts";
import type { Provider } from "./provider.ts";

/** By which doors people come in: a provider of the organisation, passphrases of this installation, or both. */
export type Doors = {
  readonly first: FirstLink;
  readonly provider?: Provider | undefined;
  readonly hasPassphrases: boolean;
};
