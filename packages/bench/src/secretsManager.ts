import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Secrets Manager on this machine: `url` for the SDK, and how often somebody read the secret. */
export type SecretsManager = { url: string; reads: () => number; stop: () => void };

/** Holds `secret` under every name; whatever else it is asked it refuses. */
export async function startSecretsManager(secret: string): Promise<SecretsManager> {
  let reads = 0;
  const server = createServer((request, response) => {
    request.resume();
    const isRead = request.headers["x-amz-target"] === "secretsmanager.GetSecretValue";
    if (isRead) reads += 1;
    response.writeHead(isRead ? 200 : 400, { "content-type": "application/x-amz-json-1.1" });
    response.end(JSON.stringify(isRead ? { SecretString: secret } : { __type: "InvalidRequestException" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!isPort(address)) throw new Error("no port to listen on");
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${address.port}`, reads: () => reads, stop };
}

function isPort(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === "object" && address !== null;
}
