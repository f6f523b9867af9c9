import type { Store } from "@dunmiao/store/engine/client";
import { createSession } from "@dunmiao/store/session";
import { afterEach, expect, test, vi } from "vitest";
import { mountAccounts } from "../src/accounts.ts";
import { logger } from "../src/log.ts";
import { statedRoutes } from "../src/system/openapi.ts";
import { appOver, clientOf, testApp } from "./app.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** Everything that the web says to its log. */
function listened(): unknown[][] {
  const lines: unknown[][] = [];
  for (const level of ["info", "warn", "error"] as const)
    vi.spyOn(logger, level).mockImplementation((...line) => void lines.push(line));
  for (const level of ["log", "info", "warn", "error"] as const)
    vi.spyOn(console, level).mockImplementation((...line) => void lines.push(line));
  return lines;
}

test("an error that nobody expected is logged by a code, its name and where it was thrown, never by what it says", async () => {
  const lines = listened();
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

const mark = "民警赵六";

/** Fails whatever is asked of it but who is signed in, with an error that holds the item. */
function failing(store: Store): Store {
  const documents = new Proxy(store.documents, {
    get: (target, name) => {
      if (name !== "send") return Reflect.get(target, name);
      return (command: { input: object }) => {
        const asked = JSON.stringify(command.input);
        if (asked.includes("SESSION#")) return target.send(command as never);
        return Promise.reject(Object.assign(new Error(`${mark} ${asked}`), { item: mark, cause: mark }));
      };
    },
  });
  return { ...store, documents };
}

const body = {
  ...{
    number: mark,
    name: mark,
    reason: mark,
    words: mark,
    passphrase: mark,
    token: mark,
    from: "2026-03-05",
  },
  ...{ serviceNumber: "100001", mentor: "100001", apprentice: "100002", to: "2026-03-05", class: "sick" },
};

test.each(["hr", "officer", "administrator"] as const)(
  "marked data through every route, while the store fails, stand in no line of the log: %s",
  async (role) => {
    const { store } = await testApp();
    const app = appOver(failing(store), { hasAccounts: true });
    const first = { isRight: () => true, onUsed: () => {} };
    mountAccounts(app, { first, hasPassphrases: true });
    const actor = { id: "acc-1", role, name: mark, unit: "B0", unitName: mark };
    const client = clientOf(app, await createSession(store, actor));
    const lines = listened();
    const statuses: number[] = [];
    for (const { method, path } of statedRoutes(app)) {
      if (path === "/sign-out") continue;
      const address = `${path.replaceAll(/:\w+/g, encodeURIComponent(mark))}?q=${encodeURIComponent(mark)}`;
      const answer = method === "GET" ? client.page(address) : client.post(address, body, { key: "k" });
      statuses.push((await answer).status);
    }
    const failed = statuses.filter((status) => status === 500).length;
    expect(failed).toBeGreaterThan(4);
    expect(lines.length).toBeGreaterThanOrEqual(failed);
    const said = JSON.stringify(lines);
    for (const word of [mark, encodeURIComponent(mark), "100001"]) expect(said).not.toContain(word);
  },
);
