import { createHash, timingSafeEqual } from "node:crypto";
import { cached } from "@dunmiao/store/engine/cached";
import type { Store } from "@dunmiao/store/engine/client";
import { secretText } from "@dunmiao/store/secretText";
import { isSetUp } from "@dunmiao/store/setUp";
import * as z from "zod";
import type { Doors } from "./signIn/doors.ts";
import type { FirstLink } from "./signIn/firstLink.ts";
import { openIdProvider } from "./signIn/openIdProvider.ts";

/** What a stage says of its sign-in; the secret is named, never given. */
export type StageSignIn = {
  secretArn: string;
  provider: { issuer: string; clientId: string; secondFactorAcr: readonly string[] } | undefined;
  hasPassphrases: boolean;
};

/** The least that nobody guesses. */
const leastToken = 32;
/** A secret that was put anew is taken up after an hour. */
const heldSeconds = 3_600;

/** Put by hand; `firstAdministrator` opens `/set-up?token=…` once, and may go afterwards. */
const secretSchema = z.object({
  clientSecret: z.string().min(1).optional(),
  firstAdministrator: z.string().min(leastToken).optional(),
});

/** The doors of a stage; undefined until its secret has a value that opens one. */
export async function stageDoors({
  secretArn,
  provider,
  hasPassphrases,
}: StageSignIn): Promise<Doors | undefined> {
  const secret = cached(async () => readSecret(secretArn), heldSeconds);
  const { clientSecret } = await secret.current();
  if (provider ? clientSecret === undefined : !hasPassphrases) return undefined;
  const settings = provider && {
    ...provider,
    clientSecret: async () => (await secret.current()).clientSecret ?? "",
  };
  return {
    first: firstLinkOf(async () => (await secret.current()).firstAdministrator),
    provider: settings && openIdProvider(settings),
    hasPassphrases,
  };
}

async function readSecret(arn: string) {
  const text = await secretText(arn);
  return secretSchema.parse(text === undefined ? {} : JSON.parse(text));
}

/** Once there is an administrator the transaction of the set-up refuses it, whoever knows it. */
function firstLinkOf(current: () => Promise<string | undefined>): FirstLink {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return {
    isRight: async (given) => {
      const token = await current();
      return token !== undefined && timingSafeEqual(digest(given), digest(token));
    },
    onUsed: () => {},
  };
}

/** Whether there is an administrator, asked of the table until there is one. */
export function setUpOnce(store: Store): () => Promise<boolean> {
  let isDone = false;
  return async () => {
    isDone ||= await isSetUp(store);
    return isDone;
  };
}
