import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import type { EngineAddress, EngineName } from "./engineKinds.ts";

/**
 * Ports that browsers open for no page whatever it does: the "bad ports" of the Fetch standard (port blocking). The
 * engines answer every origin and any signature, and can neither ask for a secret nor listen on a Unix socket; at such
 * a port no page reaches them, also not under a name that was made to point here. Two sets, because DynamoDB Local
 * takes its port on every address at once.
 */
export const portsOutOfReach: Record<EngineName, readonly number[]> = {
  dynoxide: [6665, 6666, 6667, 6668, 6669],
  "dynamodb-local": [3659, 4045, 5060, 5061, 1719, 1720, 1723, 6566, 6697, 10_080, 2049, 6000],
};

export function isOutOfReach(name: EngineName, port: number): boolean {
  return portsOutOfReach[name].includes(port);
}

const tries = 40;

/**
 * An address that was free a moment ago. Linux has sixteen million on the loopback interface, so that any number of
 * engines share the few ports; elsewhere there is one.
 * @throws Error when every port is taken
 */
export async function freeAddress(name: EngineName): Promise<EngineAddress> {
  const ports = portsOutOfReach[name];
  const first = randomInt(ports.length);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const port = ports[(first + attempt) % ports.length] ?? 0;
    const host = name === "dynoxide" && attempt < tries / 2 ? randomLoopback() : "127.0.0.1";
    if (await isFree(port, name === "dynoxide" ? host : undefined)) return { host, port };
  }
  throw new Error(`Every port for the database engine is taken: ${ports.join(", ")}.`);
}

function randomLoopback(): string {
  if (process.platform !== "linux") return "127.0.0.1";
  return `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}`;
}

function isFree(port: number, host: string | undefined): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

export function endpointOf({ host, port }: EngineAddress): string {
  return `http://${host}:${port}`;
}
