import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { getRequestListener } from "@hono/node-server";

/** Where a request comes from, as far as is known. */
export type From = { address: string };
export type Fetch = (request: Request, from: From) => Response | Promise<Response>;
type Listen = {
  port: number;
  /** Names under which it is served, beside those of this machine itself. */
  hosts?: readonly string[];
  /** PEM: then it listens on every interface, and by TLS only. */
  tls?: { cert: Buffer; key: Buffer } | undefined;
};
/** A server on the loopback interface, or with TLS on all of them; `serve` gives it its app, and until then everything is 503. */
export type Listening = { url: string; serve(fetch: Fetch): void; close(): Promise<void> };

/** The port belongs to another program. The message says what to do. */
export class PortBusyError extends Error {
  override readonly name = "PortBusyError";
}

const finishWithinMs = 3_000;

const loopback = ["127.0.0.1", "localhost", "[::1]"];

/**
 * Listens on 127.0.0.1 (with `tls` on every interface) before anything else begins, so that a busy port is found before the data is touched. Serves
 * only under the names of this machine and those in `hosts` (421 otherwise): a page whose name was made to point here
 * would count as the product's own.
 * @throws PortBusyError when the port is taken
 */
export async function listen({ port, hosts = [], tls }: Listen): Promise<Listening> {
  const names = new Set([...loopback, ...hosts.map((host) => host.toLowerCase())]);
  let app: Fetch = () =>
    Response.json({ status: "starting" }, { status: 503, headers: { "Retry-After": "1" } });
  const answer = getRequestListener((request, { incoming }) =>
    app(request, { address: addressOf(incoming.socket.remoteAddress, incoming.headers) }),
  );
  const server = (tls ? createTlsServer(tls) : createServer()).on("request", (request, response) => {
    if (names.has(hostName(request.headers.host))) return void answer(request, response);
    response.writeHead(421, { "Content-Type": "application/problem+json; charset=utf-8" });
    response.end(JSON.stringify(misdirected));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(isBusy(error) ? new PortBusyError(busyMessage(port)) : error));
    server.listen(port, tls ? undefined : "127.0.0.1", () => resolve());
  });
  const address = server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  const serve = (fetch: Fetch) => {
    app = fetch;
  };
  return { url: `${tls ? "https" : "http"}://127.0.0.1:${bound}`, serve, close: () => close(server) };
}

/** Who asks: a proxy on this machine says it in the last entry, which it writes itself; anybody else is who they are. */
function addressOf(remote = "unknown", headers: IncomingHttpHeaders): string {
  const forwarded = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  const isProxy = ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(remote);
  return (isProxy && forwarded) || remote;
}

/** Nobody's language is known yet, and who comes here under a foreign name is hardly a person. */
const misdirected = {
  type: "urn:dunmiao:problem:unknown-host",
  title: "This product is not served under that name. Use the address that it printed, or name it in HOSTS.",
  status: 421,
  code: "unknown-host",
};

/** The name in a Host header, without the port. */
function hostName(header = ""): string {
  return header.toLowerCase().replace(/:\d*$/, "");
}

function isBusy(error: Error): boolean {
  return "code" in error && error.code === "EADDRINUSE";
}

function busyMessage(port: number): string {
  return `Port ${port} is in use by another program. Stop that one first, or choose another: PORT=${port + 1} npm start`;
}

/** Takes no new connection and lets running requests finish, for a while. */
function close(server: Server): Promise<void> {
  const force = setTimeout(() => server.closeAllConnections(), finishWithinMs);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
