import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

/** One request that a server of a test got. */
export type Got = { method: string | undefined; headers: IncomingHttpHeaders; body: unknown };

/** A server on this machine that takes JSON: what it got, and how it answers the nth request. */
export async function jsonServer(answer: (response: ServerResponse, nth: number, got: Got) => void) {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    const { method, headers } = request;
    json(request)
      .then((body) => {
        const one = { method, headers, body };
        got.push(one);
        answer(response, got.length, one);
      })
      .catch((error) => response.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { got, url: `http://127.0.0.1:${port}`, stop };
}

/** A WeCom group robot that takes everything, and a Secrets Manager that holds its address. */
export async function robotWithSecret() {
  const robot = await jsonServer((response) => response.end('{"errcode":0,"errmsg":"ok"}'));
  const address = `${robot.url}/cgi-bin/webhook/send?key=hush`;
  const held = { SecretString: `${address}\n` };
  let isAway = false;
  const secrets = await jsonServer((response) => {
    const body = isAway ? { __type: "ResourceNotFoundException", Message: "no value yet" } : held;
    response.writeHead(isAway ? 400 : 200, { "content-type": "application/x-amz-json-1.1" });
    response.end(JSON.stringify(body));
  });
  return {
    robot,
    secrets,
    held,
    /** Points the SDK here. */
    variables: { AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url },
    goAway: (away: boolean) => {
      isAway = away;
    },
    stop: () => {
      robot.stop();
      secrets.stop();
    },
  };
}
