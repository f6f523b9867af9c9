import { afterEach, expect, test, vi } from "vitest";
import { logger } from "../src/log.ts";
import { testApp } from "./app.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

test("an error that nobody expected is logged by a code, its name and where it was thrown, never by what it says", async () => {
  const lines: unknown[][] = [];
  vi.spyOn(logger, "error").mockImplementation((...line) => void lines.push(line));
  const secret = "民警王五\n    at 病假 (a.ts:1:2)";
  const fails = async (): Promise<never> => {
    throw new TypeError(secret, { cause: { item: secret } });
  };
  const { hr } = await testApp({ units: { current: fails, refresh: fails } });
  const answer = await hr.get("/units");
  expect([answer.status, await answer.json()]).toMatchObject([500, { code: "internal-error" }]);
  expect(lines).toMatchObject([["a request failed", { code: "request.failed", error: "TypeError" }]]);
  const said = JSON.stringify(lines);
  expect(said).toContain("/unit/routes.tsx:");
  for (const word of ["王五", "病假"]) expect(said).not.toContain(word);
});
