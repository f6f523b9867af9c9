import { createSession } from "@dunmiao/store/session";
import { beforeAll, describe, expect, test } from "vitest";
import { testApp } from "./app.ts";

const paths = ["/tasks", "/secondments", "/calendar", "/nowhere"];
let open: (path: string, cookie?: string) => Promise<{ headers: Headers; html: string }>;
beforeAll(async () => {
  const { app, store } = await testApp();
  const session = `session=${await createSession(store, { id: "hr-1", role: "hr" })}`;
  open = async (path, cookie = "other=1") => {
    const headers = { Accept: "text/html", Cookie: `${session}; ${cookie}`, "X-Request-Id": "r-1" };
    const answer = await app.request(path, { headers });
    return { headers: answer.headers, html: await answer.text() };
  };
});

describe("the language of a page", () => {
  test.each(paths)("asked for once, it is remembered: %s", async (path) => {
    const asked = await open(`${path}?lang=en`);
    expect(asked.headers.getSetCookie()).toEqual([expect.stringMatching(/^lang=en; .*HttpOnly/)]);
    expect(asked.html).toContain('<html lang="en"');
    const later = await open(path, "lang=en");
    expect(later.headers.getSetCookie()).toEqual([]);
    expect(later.html).toContain('<html lang="en"');
  });

  test("one that nobody speaks here is not remembered", async () => {
    const asked = await open("/tasks?lang=fr");
    expect(asked.headers.getSetCookie()).toEqual([]);
    expect(asked.html).toContain('<html lang="zh-CN"');
  });
});

test.each(["/healthz", ...paths])("an answer names its request: %s", async (path) => {
  expect((await open(path)).headers.get("X-Request-Id")).toBe("r-1");
});
