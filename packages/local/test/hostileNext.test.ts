import { ownPath } from "@dunmiao/web/ownPath";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../../web/test/app.ts";
import { openClock } from "../src/desk/clock.ts";
import { ClockMover } from "../src/desk/clockMover.ts";
import { clockRoutes } from "../src/desk/clockRoutes.tsx";
import { signInRoutes } from "../src/desk/signIn.tsx";
import { scratchDir } from "./running.ts";

/** Where the browser that follows it stands. */
const site = "http://product.example";
/** What was tried to lead a browser abroad: each names a host that is not ours. */
const hostile = [
  "//abroad.example",
  "///abroad.example",
  "//",
  "/\\abroad.example",
  "\\/abroad.example",
  "\\\\abroad.example",
  "/.//abroad.example",
  "/./..//abroad.example",
  "/a/..//abroad.example",
  "/a/%2e%2e//abroad.example",
  "/%2e//abroad.example",
  "/.\\/abroad.example",
  "/.\\\\abroad.example",
  "/\t/abroad.example",
  "/\n/abroad.example",
  "/\r\n/abroad.example",
  "\t//abroad.example",
  "/.\t//abroad.example",
  " //abroad.example",
  "//abroad.example@product.example",
  "//product.example@abroad.example",
  "///%09//abroad.example",
  "http:abroad.example",
  "http:/abroad.example",
  "https://abroad.example",
  "HTTP://abroad.example",
  "javascript:alert(1)//abroad.example",
  "data:text/html,abroad.example",
];
/** What stays a path here, however often somebody decodes it on the way to the eye: it names no host to a browser. */
const harmless = [
  "/%2f/abroad.example",
  "/%2F%2Fabroad.example",
  "/%252f%252fabroad.example",
  "/%5Cabroad.example",
  "/∕/abroad.example",
  "/／abroad.example",
  "/⁄⁄abroad.example",
  "/@abroad.example",
  "/;//abroad.example",
  "/?//abroad.example",
  "/?next=//abroad.example",
];

/** Whether a browser of this site that is sent there stays on it. */
function staysHere(location: string | null): boolean {
  const url = location === null ? null : URL.parse(location, `${site}/local/sign-in`);
  return url?.origin === site && !url.pathname.startsWith("//");
}

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  const { dir, remove } = scratchDir();
  const clock = openClock(dir, "2026-03-02");
  const mover = new ClockMover(clock, async () => {});
  app.app.route("/", signInRoutes());
  app.app.route("/", clockRoutes({ clock, mover, isCatchingUp: () => false }));
  return remove;
});

const browser = { Accept: "text/html", "Content-Type": "application/x-www-form-urlencoded" };
async function sent(path: string, fields: Record<string, string>): Promise<Response> {
  return app.app.request(path, { method: "POST", headers: browser, body: new URLSearchParams(fields) });
}
async function shown(path: string): Promise<string> {
  return (await app.app.request(new Request(`${site}${path}`, { headers: browser }))).text();
}
/** Targets of every link and form of a page, and what its forms would send back as the way on. */
function waysOf(html: string): string[] {
  const written = [...html.matchAll(/ (?:href|action|value)="([^"]*)"/g)].map(([, way = ""]) => way);
  return written.filter((way) => way.includes("abroad")).map((way) => way.replaceAll("&amp;", "&"));
}

describe("wherever somebody asks to be sent on", () => {
  test.each([...hostile, ...harmless])("%j stays here after signing in", async (next) => {
    const answer = await sent("/local/sign-in", { persona: "hr", next });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toSatisfy(staysHere);
  });

  test.each([...hostile, ...harmless])("%j stays here after moving the clock", async (next) => {
    const answer = await sent("/local/clock", { by: "day", next });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toSatisfy(staysHere);
  });

  test.each([...hostile, ...harmless])("%j is no link, form or way on of sign-in and clock", async (next) => {
    const asked = `?next=${encodeURIComponent(next)}`;
    for (const path of ["/local/sign-in", "/local/clock"])
      for (const way of waysOf(await shown(path + asked))) expect(way).toSatisfy(staysHere);
    const again = await sent("/local/sign-in", { persona: "nobody", next });
    expect(again.status).toBe(422);
    for (const way of waysOf(await again.text())) expect(way).toSatisfy(staysHere);
  });
});

/** The same as the path of the request itself, as far as a client can send it. */
const asked = [...hostile, ...harmless].filter((each) => /^\/[^\s]*$/.test(each));

describe("the path of a request that begins abroad", () => {
  test.each(asked)("%j: neither sign-in, language switch nor anything else leads there", async (path) => {
    const { hr } = app;
    const url = `http://localhost${path}`;
    const stranger = await app.app.request(new Request(url, { headers: browser }));
    const location = stranger.headers.get("Location");
    if (location !== null) {
      const next = URL.parse(location, site)?.searchParams.get("next") ?? null;
      expect(location).toSatisfy(staysHere);
      expect(next).toSatisfy(staysHere);
    }
    for (const html of [await stranger.text(), await (await hr.page(path)).text()])
      for (const way of waysOf(html)) expect(way).toSatisfy(staysHere);
  });

  test.each(asked)(
    "%j as the page from which a form came: the page of its refusal leads nowhere else",
    async (path) => {
      const headers = { ...browser, Referer: `http://localhost${encodeURI(path)}` };
      const answer = await app.app.request("/units", { method: "POST", headers, body: "code=1" });
      for (const way of waysOf(await answer.text())) expect(way).toSatisfy(staysHere);
    },
  );
});

test("for any text: a path of this site, which is its own path again", () => {
  const pieces = [
    "/",
    "\\",
    ".",
    "..",
    "%2e",
    "%2f",
    "%5c",
    "\t",
    "\n",
    "\r",
    " ",
    "@",
    ":",
    "?",
    "#",
    "http:",
  ];
  const anyNext = fc
    .array(fc.oneof(fc.constantFrom(...pieces, "abroad.example"), fc.string({ maxLength: 3 })), {
      maxLength: 9,
    })
    .map((each) => each.join(""));
  fc.assert(
    fc.property(anyNext, fc.boolean(), (text, isPath) => {
      const path = ownPath(isPath ? `/${text}` : text);
      expect(path).toSatisfy(staysHere);
      expect(ownPath(path)).toBe(path);
    }),
    { numRuns: 3_000 },
  );
});
