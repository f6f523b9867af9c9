import { createSession } from "@dunmiao/store/session";
import { beforeAll, describe, expect, test } from "vitest";
import type { WebDeps } from "../src/deps.ts";
import { testApp } from "./app.ts";

const paths = ["/tasks", "/secondments", "/calendar", "/nowhere"];
type Open = (path: string, cookie?: string) => Promise<{ headers: Headers; html: string }>;

/** Opens pages of a site as somebody who is signed in. */
async function site(change: Partial<WebDeps> = {}): Promise<Open> {
  const { app, store } = await testApp(change);
  const session = `session=${await createSession(store, { id: "hr-1", role: "hr" })}`;
  return async (path, cookie = "other=1") => {
    const headers = { Accept: "text/html", Cookie: `${session}; ${cookie}`, "X-Request-Id": requestId };
    const answer = await app.request(path, { headers });
    return { headers: answer.headers, html: await answer.text() };
  };
}

const requestId = "0193b1de-7a2c-4c1e-9f00-0123456789ab";
let open: Open;
beforeAll(async () => {
  open = await site();
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

describe("a site", () => {
  const hrefLanguages = ({ html }: { html: string }) =>
    [...html.matchAll(/hreflang="([^"]+)"/g)].map(([, language]) => language);

  test("offers both languages unless told, Chinese first", async () => {
    expect(hrefLanguages(await open("/tasks"))).toEqual(["zh-CN", "en"]);
  });

  test("offers its own first language first", async () => {
    const english = await site({ languages: ["en", "zh-CN"] });
    const page = await english("/tasks");
    expect(page.html).toContain('<html lang="en"');
    expect(hrefLanguages(page)).toEqual(["en", "zh-CN"]);
  });

  test.each([
    ["zh-CN", "en"],
    ["en", "zh-CN"],
  ] as const)("of one language (%s) has no switch and takes no other", async (only, other) => {
    const single = await site({ languages: [only] });
    for (const page of [
      await single("/tasks"),
      await single(`/tasks?lang=${other}`),
      await single("/nowhere", `lang=${other}`),
    ]) {
      expect(page.html).toContain(`<html lang="${only}"`);
      expect(page.html).not.toContain("dm-languages");
      expect(hrefLanguages(page)).toEqual([]);
      expect(page.headers.getSetCookie()).toEqual([]);
    }
  });
});

test.each(["/healthz", ...paths])("an answer names its request: %s", async (path) => {
  expect((await open(path)).headers.get("X-Request-Id")).toBe(requestId);
});

test.each(["r-1", `${requestId}a`, requestId.toUpperCase(), "<b>", "a".repeat(36)])(
  "a name of another form is not taken: %s",
  async (name) => {
    const { app } = await testApp();
    const answer = await app.request("/healthz", { headers: { "X-Request-Id": name } });
    const given = answer.headers.get("X-Request-Id");
    expect(given).not.toBe(name);
    expect(given).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  },
);
