import type { Fetch } from "../listen.ts";
import type { EngineKeeper } from "./engineKeeper.ts";

/**
 * Answers a request that is under way when the engine is lost: it would hang as long as the engine does. The app is
 * asked again without the body, knows of the outage by then, and says so. What the first one still does has its
 * idempotency key; its answer goes nowhere.
 */
export function guarded(fetch: Fetch, keeper: EngineKeeper): Fetch {
  return async (request, from) => {
    if (keeper.outage === "store-unavailable") return fetch(request, from);
    const asked = { method: request.method, headers: request.headers };
    const answer = Promise.resolve(fetch(request, from));
    const lost = Promise.withResolvers<undefined>();
    const forget = keeper.onLost(() => lost.resolve(undefined));
    const first = await Promise.race([answer, lost.promise]).finally(forget);
    if (first) return first;
    answer.catch(() => {});
    return fetch(new Request(request.url, asked), from);
  };
}
