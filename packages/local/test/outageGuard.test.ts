import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { EngineKeeper } from "../src/engine/engineKeeper.ts";
import { guarded } from "../src/engine/outageGuard.ts";

/** An engine that answers nobody, and whose keeper therefore loses it with the first look. */
function deafEngine() {
  const engine = { endpoint: "http://127.0.0.1:1" };
  return new EngineKeeper({ engine, report: () => {}, tryWrite: async () => {}, onBack: () => {} });
}

async function collectGarbage(): Promise<void> {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  // What a promise that was just awaited holds goes with the next turn.
  await setImmediate();
  collect();
}

const from = { address: "127.0.0.1" };

test("what was answered is kept by nobody: a promise of the engine's loss had kept every answer for good", async () => {
  const answers: WeakRef<Response>[] = [];
  const fetch = guarded(async () => {
    const answer = new Response("a page");
    answers.push(new WeakRef(answer));
    return answer;
  }, deafEngine());
  for (let count = 0; count < 20; count += 1) await fetch(new Request("http://127.0.0.1/"), from);
  await collectGarbage();
  expect(answers).toHaveLength(20);
  expect(answers.filter((each) => each.deref() !== undefined).length).toBeLessThanOrEqual(1);
});

test("a request that is under way when the engine is lost is asked again, by method and headers alone", async () => {
  const keeper = deafEngine();
  const asked: string[] = [];
  const fetch = guarded(async (request) => {
    asked.push(`${request.method} ${request.headers.get("x-of")} ${await request.text()}`);
    return asked.length === 1 ? new Promise<Response>(() => {}) : new Response("lost", { status: 503 });
  }, keeper);
  const answer = fetch(
    new Request("http://127.0.0.1/", { method: "POST", headers: { "x-of": "one" }, body: "b" }),
    from,
  );
  keeper.start();
  expect((await answer).status).toBe(503);
  await keeper.stop();
  expect(asked).toEqual(["POST one b", "POST one "]);
});
