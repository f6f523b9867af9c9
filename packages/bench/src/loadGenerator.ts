import autocannon from "autocannon";
import { median, quantile } from "./median.ts";

/** One kind of request; `pathOf` names the next one, for requests that must not repeat. */
export type Request = {
  pathOf: () => string;
  headers: Record<string, string>;
  body?: string;
};
/** What a round gave. */
export type Round = { perSecond: number; p50Ms: number; p99Ms: number };

/** Sends one kind of request for a while over some connections. Throws when an answer is not 2xx. */
export async function loadRound(
  url: string,
  request: Request,
  how: { connections: number; seconds: number },
): Promise<Round> {
  const { pathOf, headers, body } = request;
  const latenciesMs: number[] = [];
  const once = {
    method: body === undefined ? ("GET" as const) : ("POST" as const),
    headers,
    ...(body && { body }),
  };
  const { promise, resolve, reject } = Promise.withResolvers<autocannon.Result>();
  const instance = autocannon(
    {
      url,
      connections: how.connections,
      duration: how.seconds,
      requests: [{ ...once, path: pathOf(), setupRequest: (sent) => ({ ...sent, path: pathOf() }) }],
    },
    (error, result) => (error ? reject(error) : resolve(result)),
  );
  instance.on("response", (_client, _status, _bytes, responseTimeMs) => latenciesMs.push(responseTimeMs));
  const result = await promise;
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(
      `${once.method} ${pathOf()}: ${result.non2xx} answers were not 2xx, ${result.errors} errors`,
    );
  return {
    perSecond: latenciesMs.length / result.duration,
    p50Ms: median(latenciesMs),
    p99Ms: quantile(latenciesMs, 0.99),
  };
}
