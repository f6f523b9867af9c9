import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.test.{ts,tsx}"],
    globalSetup: "packages/store/test/globalSetup.ts",
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
