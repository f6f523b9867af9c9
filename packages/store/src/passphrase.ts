import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import * as z from "zod";

/** A passphrase as it is stored: argon2id with its parameters; `salt` and `tag` in base64url. */
export const passphraseSchema = z.object({
  salt: z.string(),
  tag: z.string(),
  /** KiB. */
  memory: z.int(),
  passes: z.int(),
});
export type StoredPassphrase = z.infer<typeof passphraseSchema>;

/** What OWASP asks for at least; a fifth of a second. */
const cost = { memory: 19_456, passes: 2 };
const tagLength = 32;
const atOnce = 2;

/** Makes a passphrase ready to be stored. */
export async function hashPassphrase(passphrase: string): Promise<StoredPassphrase> {
  const salt = randomBytes(16).toString("base64url");
  return { salt, tag: await tagOf(passphrase, { salt, ...cost }), ...cost };
}

const nobody: StoredPassphrase = { salt: randomBytes(16).toString("base64url"), tag: "", ...cost };

/** Whether it is the passphrase; where none is stored the answer is no, after the same work. */
export async function isPassphrase(stored: StoredPassphrase | undefined, given: string): Promise<boolean> {
  const tag = await tagOf(given, stored ?? nobody);
  const [one, other] = [tag, (stored ?? nobody).tag].map((each) => Buffer.from(each));
  return (
    one !== undefined && other !== undefined && one.length === other.length && timingSafeEqual(one, other)
  );
}

let running = 0;
const waiting: (() => void)[] = [];

/** Two at once: each takes 19 MiB and a core, and the rest of the product goes on. */
async function tagOf(passphrase: string, of: Omit<StoredPassphrase, "tag">): Promise<string> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await computed(passphrase, of);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function computed(passphrase: string, of: Omit<StoredPassphrase, "tag">): Promise<string> {
  const parameters = {
    message: passphrase.normalize("NFKC"),
    nonce: Buffer.from(of.salt, "base64url"),
    memory: of.memory,
    passes: of.passes,
    parallelism: 1,
    tagLength,
  };
  return new Promise((resolve, reject) => {
    argon2("argon2id", parameters, (error, tag) =>
      error ? reject(error) : resolve(tag.toString("base64url")),
    );
  });
}
