import type { Outcome } from "@dunmiao/domain/refusal";

/** What a sign-in at the provider is held against when it comes back. */
export type Secrets = { state: string; nonce: string; verifier: string };
/** Who signed in there, and whether the provider says that it saw a second factor. */
export type ProvenIdentity = { issuer: string; subject: string; hasSecondFactor: boolean };

/** The organisation's sign-in (OpenID Connect). Outcomes are refused as `provider-…` with a sentence for the person. */
export type Provider = {
  /** Its public name, as its tokens say it. */
  readonly issuer: string;
  /** Where the browser goes, and what the answer will be held against; `isFresh`: whoever signed in there before does so again. */
  readonly begin: (to: {
    redirectUri: string;
    isFresh: boolean;
  }) => Promise<Outcome<Secrets & { url: string }>>;
  /** Takes the code of the address that the browser came back to, once, and reads who it is from the signed token. */
  readonly finish: (cameTo: URL, secrets: Secrets) => Promise<Outcome<ProvenIdentity>>;
};
