import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { StateMachines } from "./stateMachines.ts";
import { type ApiAnswer, answerCall } from "./stepFunctionsApi.ts";
import { executionOf } from "./stepFunctionsArn.ts";

/** `variables` point the SDK's Step Functions client here. */
export type StepFunctionsServer = {
  endpoint: string;
  variables: Record<string, string>;
  close(): Promise<void>;
};

/**
 * Serves state machines on the loopback interface in the JSON protocol of Step Functions, to those who know the endpoint:
 * its path is a secret of this start, and whatever a browser sends (it names an origin) is refused. Only here, not on
 * AWS: `GET /counts` tells what the ended executions of each state machine took, `GET /counts/<execution ARN>` one.
 */
export async function serveStepFunctions(machines: StateMachines): Promise<StepFunctionsServer> {
  const secret = `/${randomBytes(24).toString("base64url")}`;
  const server = createServer((request, response) => {
    const path = pathBehind(secret, request);
    if (path === undefined) return void response.writeHead(403).end();
    answer(machines, request, path)
      .catch((error): ApiAnswer => ({ ok: false, type: "InternalFailure", message: String(error) }))
      .then((found) => send(response, found))
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const endpoint = `http://127.0.0.1:${typeof address === "object" ? address?.port : address}${secret}`;
  return {
    endpoint,
    variables: { AWS_ENDPOINT_URL_SFN: endpoint },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const TARGET = "AWSStepFunctions.";

/** What is asked for behind the secret; undefined for those who do not know it, and for every web page. */
function pathBehind(secret: string, { url = "", headers }: IncomingMessage): string | undefined {
  const given = Buffer.from(url.slice(0, secret.length));
  const isKnown = given.length === secret.length && timingSafeEqual(given, Buffer.from(secret));
  const rest = url.slice(secret.length);
  const isPage = headers.origin !== undefined || headers["sec-fetch-site"] !== undefined;
  return isKnown && !isPage && (rest === "" || rest.startsWith("/")) ? rest : undefined;
}

async function answer(machines: StateMachines, request: IncomingMessage, path: string): Promise<ApiAnswer> {
  if (request.method === "GET") return counts(machines, decodeURIComponent(path));
  const target = String(request.headers["x-amz-target"] ?? "");
  const isJson = request.headers["content-type"]?.startsWith("application/x-amz-json-1.0") ?? false;
  if (request.method !== "POST" || !isJson || !target.startsWith(TARGET)) {
    return { ok: false, type: "UnknownOperationException", message: "Not a call of the Step Functions API." };
  }
  const text = await bodyOf(request);
  if (text === undefined) return { ok: false, type: "ValidationException", message: "The body is too long." };
  return answerCall(machines, target.slice(TARGET.length), parseJson(text));
}

function counts({ store }: StateMachines, path: string): ApiAnswer {
  if (path === "/counts") return { ok: true, body: store.totals() };
  const wanted = path.startsWith("/counts/") ? executionOf(path.slice("/counts/".length)) : undefined;
  const found = wanted && store.find(wanted.machine, wanted.name);
  if (!found) return { ok: false, type: "ExecutionDoesNotExist", message: "There is no such execution." };
  return { ok: true, body: { stateTransitions: found.stateTransitions, historyEvents: found.historyEvents } };
}

const BODY_LIMIT = 1_048_576;

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > BODY_LIMIT) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, found: ApiAnswer): void {
  const status = found.ok ? 200 : found.type === "InternalFailure" ? 500 : 400;
  const body = found.ok ? found.body : { __type: found.type, message: found.message };
  response.writeHead(status, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify(body));
}
