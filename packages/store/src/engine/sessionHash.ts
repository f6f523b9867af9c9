import { sha256 } from "./keys.ts";

/** The name under which a session is kept: whoever reads the table has no cookie of it. */
export function sessionHash(cookie: string): string {
  return sha256(cookie);
}
