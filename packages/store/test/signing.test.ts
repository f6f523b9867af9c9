import { signing } from "@dunmiao/store/engine/signing";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => vi.unstubAllEnvs());

test.each([[undefined], [""], ["0"], ["true"]])("requests are signed where STORE_UNSIGNED is %j", (said) => {
  vi.stubEnv("STORE_UNSIGNED", said);
  expect(signing()).toEqual({});
});

test("no signature is computed for an engine that takes any", () => {
  vi.stubEnv("STORE_UNSIGNED", "1");
  expect(signing()).toHaveProperty("signer.sign");
});
