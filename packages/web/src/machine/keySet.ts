import * as z from "zod";

/** Short: a key of fewer bits is refused as if it were not there (2,048 bits are 342 characters). */
const leastModulus = 342;
/** Private members of a key that was published by mistake are never taken in. */
const keySchema = z.object({
  kid: z.string().min(1),
  kty: z.enum(["RSA", "EC", "OKP"]),
  alg: z.string().optional(),
  use: z.literal("sig").optional(),
  n: z.string().min(leastModulus).optional(),
  e: z.string().optional(),
  crv: z.string().optional(),
  x: z.string().optional(),
  y: z.string().optional(),
});
export type SigningKey = z.infer<typeof keySchema>;
const answerSchema = z.object({ keys: z.array(z.unknown()) });

export type KeySource = { readonly uri: string; readonly fetcher: typeof fetch; readonly now: () => number };
type Held = { readonly keys: readonly SigningKey[]; readonly at: number };

const second = 1000;
const freshFor = 3600 * second;
/** The provider may be down for so long; a key that it withdrew counts no longer than that. */
const heldFor = 24 * 3600 * second;
/** However many tokens name keys that nobody knows. */
const askedAgainAfter = 60 * second;
/** As long as nothing was ever read. */
const triedAgainAfter = 5 * second;
const timeout = 5 * second;

/** The keys by which a provider signs tokens (RFC 7517), kept for an hour and read again for a key that is not among them. */
export class KeySet {
  readonly #source: KeySource;
  #held: Held | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> = Promise.resolve();

  constructor(source: KeySource) {
    this.#source = source;
  }

  /** Undefined where they cannot be read; without the one that is named where the provider has none of that name. */
  async keysFor(kid: string | undefined): Promise<readonly SigningKey[] | undefined> {
    const now = this.#source.now();
    const held = this.#held;
    const isFresh = held && now - held.at < freshFor;
    if (isFresh && held.keys.some((each) => each.kid === kid)) return held.keys;
    if (now - this.#askedAt >= (held ? askedAgainAfter : triedAgainAfter)) {
      this.#askedAt = now;
      this.#reading = this.#read();
    }
    await this.#reading;
    const last = this.#held;
    return last && now - last.at < heldFor ? last.keys : undefined;
  }

  async #read(): Promise<void> {
    const { uri, fetcher, now } = this.#source;
    try {
      const answer = await fetcher(uri, { redirect: "error", signal: AbortSignal.timeout(timeout) });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const { keys } = answerSchema.parse(await answer.json());
      this.#held = { keys: keys.flatMap((each) => keySchema.safeParse(each).data ?? []), at: now() };
    } catch (error) {
      const { failureOf, logger } = await import("../log.ts");
      const failure = error instanceof Error ? failureOf(error) : {};
      logger.warn("the keys of machine tokens cannot be read", failure);
    }
  }
}
