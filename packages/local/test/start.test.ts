import AxeBuilder from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasBrowser, launchBrowser } from "../../web/test/ui/browser.ts";
import { personas } from "../src/desk/personas.ts";
import { type Product, saidBy, scratchDir, signIn, startProduct, startToEnd } from "./running.ts";

const firstDay = "2026-03-02";
const { dir, remove } = scratchDir();
let product: Product;

beforeAll(async () => {
  product = await startProduct(dir, "--today", firstDay);
});
afterAll(async () => {
  await product.end();
  remove();
});

const json = async (path: string) => saidBy((await signIn(product.url, { persona: "hr" })).get(path));
const moveTo = async (body: object) =>
  (await signIn(product.url, { persona: "hr" })).post("/local/clock", body);

describe("npm start", () => {
  test("says what it runs on and what it is not, and is ready", async () => {
    expect(product.said.join("\n")).toMatch(
      /no real sign-in, no AWS[\s\S]*engine [\s\S]*data in .*2026-03-02/,
    );
    const health = await fetch(`${product.url}/healthz`);
    expect([health.status, await health.json()]).toEqual([200, { status: "ready" }]);
  });

  test("holds the demo cohort: 224 people, its term begun seven months before the first day", async () => {
    const { items } = await json("/cohorts");
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ startsOn: "2025-08-01" });
  });

  test("refuses a second one on the same data, and says which", async () => {
    const second = await startToEnd([], { DATA_DIR: dir });
    expect(second.code).toBe(1);
    expect(second.said).toContain("in use by another running Dunmiao");
  });

  test("refuses a busy port, and says what to do", async () => {
    const other = scratchDir();
    const { port } = new URL(product.url);
    const second = await startToEnd([], { DATA_DIR: other.dir, PORT: port });
    expect(second.code).toBe(1);
    expect(second.said).toContain(`Port ${port} is in use`);
    other.remove();
  });

  test.each([
    [["--toady", "2026-03-02"], "--toady"],
    [["--today", "2026-02-31"], "2026-02-31"],
    [["2026-03-02"], "2026-03-02"],
  ])("refuses %j with exit code 2", async (args, named) => {
    const refused = await startToEnd(args, { DATA_DIR: "/nowhere" });
    expect(refused.code).toBe(2);
    expect(refused.said).toContain(named);
  });
});

describe("demo sign-in", () => {
  test.each(personas)("%s gets in and is told who they are", async (persona) => {
    const { response, said, get } = await signIn(product.url, { persona });
    expect(response.status).toBe(200);
    expect(said).toMatchObject({ persona, actor: { role: persona } });
    expect((await get("/tasks")).status).toBe(200);
  });

  test("the cookie is kept from scripts and from other sites", async () => {
    const { response } = await signIn(product.url, { persona: "hr" });
    expect(response.headers.getSetCookie()[0]).toMatch(/^dunmiao-demo=.*HttpOnly; SameSite=Lax$/);
  });

  test("two stations, two officers, two people of one office are two actors", async () => {
    const idOf = async (body: Record<string, string>) => (await signIn(product.url, body)).said.actor.id;
    expect(await idOf({ persona: "station", unit: "420102-01" })).toBe("demo-station-420102-01");
    expect(await idOf({ persona: "officer", serviceNumber: "010002" })).toBe("demo-officer-010002");
    expect(await idOf({ persona: "hr" })).toBe("demo-hr");
    expect(await idOf({ persona: "hr", person: "2" })).toBe("demo-hr-2");
  });

  test("station, branch, sending unit and officer of one secondment see it; a stranger does not", async () => {
    const id = "demo-2025-08-010001";
    const { hostStation, hostBranch, sending } = await json(`/secondments/${id}`);
    const status = async (body: Record<string, string>) =>
      (await (await signIn(product.url, body)).get(`/secondments/${id}`)).status;
    expect(await status({ persona: "station", unit: hostStation.code })).toBe(200);
    expect(await status({ persona: "branch", unit: hostBranch.code })).toBe(200);
    expect(await status({ persona: "sending", unit: sending.code })).toBe(200);
    expect(await status({ persona: "officer", serviceNumber: "010001" })).toBe(200);
    expect(await status({ persona: "officer", serviceNumber: "010002" })).toBe(404);
    const elsewhere = hostBranch.code === "420102" ? "420103" : "420102";
    expect(await status({ persona: "branch", unit: elsewhere })).toBe(404);
  });

  test.each([
    [{ persona: "mayor" }, "unknown-persona"],
    [{ persona: "branch", unit: "420102-01" }, "unknown-unit"],
    [{ persona: "officer", serviceNumber: "nobody" }, "unknown-officer"],
    [{ persona: "hr", person: "<b>" }, "invalid-person"],
  ])("refuses %j as %s", async (body, code) => {
    const { response, said } = await signIn(product.url, body);
    expect([response.status, said.code]).toEqual([422, code]);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test("another site's form signs nobody in, and no form leads to another site", async () => {
    const form = (more: Record<string, string>, next: string) =>
      fetch(`${product.url}/local/sign-in`, {
        method: "POST",
        headers: { Accept: "text/html", ...more },
        body: new URLSearchParams({ persona: "hr", next }),
        redirect: "manual",
      });
    expect((await form({ Origin: "http://elsewhere.example" }, "/")).status).toBe(403);
    for (const next of ["//elsewhere.example/", "http://elsewhere.example/", "/\\elsewhere.example"])
      expect((await form({ Origin: product.url }, next)).headers.get("Location")).toBe("/");
    expect((await form({ Origin: product.url }, "/tasks?x=1")).headers.get("Location")).toBe("/tasks?x=1");
  });

  test("signing out ends the session itself", async () => {
    const { get, post } = await signIn(product.url, { persona: "hr" });
    expect((await post("/local/sign-out")).status).toBe(204);
    expect((await get("/tasks")).status).toBe(401);
  });
});

describe("demo clock", () => {
  test("a week forward runs the sweeps on the way", async () => {
    const answer = await moveTo({ today: "2026-03-09" });
    expect(await answer.json()).toMatchObject({ today: "2026-03-09", isMoving: false });
    expect(await json("/local/clock")).toMatchObject({ today: "2026-03-09" });
  });

  test.each([
    [{ today: "2026-03-01" }, "clock-backwards"],
    [{ today: "2026-02-31" }, "invalid-date"],
    [{ today: "2095-01-01" }, "clock-too-far"],
    [{}, "invalid-date"],
    [[], "invalid-json"],
  ])("refuses %j as %s", async (body, code) => {
    const answer = await moveTo(body);
    expect([answer.status, (await saidBy(answer)).code]).toEqual([422, code]);
  });
});

describe.runIf(hasBrowser)("in a browser", () => {
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  const languages = [
    ["zh-CN", "演示时钟"],
    ["en", "Demo clock"],
  ] as const;

  test.each(languages)("%s: band, sign-in and clock page pass axe, also with an error", async (lang) => {
    const page = await (await browser.newContext({ baseURL: product.url })).newPage();
    const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
    const violations = async () => (await new AxeBuilder({ page }).withTags(tags).analyze()).violations;
    await page.goto(`/local/sign-in?lang=${lang}&next=/tasks`);
    expect(await violations()).toEqual([]);
    await page.locator("#demo-today").fill("2026-01-01");
    await page.locator("#demo-today").press("Enter");
    expect(await page.locator(".govuk-error-summary").count()).toBe(1);
    expect(await violations()).toEqual([]);
    await page.context().close();
  });

  test.each(languages)(
    "%s, without JavaScript: persona and day change by their forms",
    async (lang, words) => {
      const context = await browser.newContext({ javaScriptEnabled: false, baseURL: product.url });
      const page = await context.newPage();
      await page.goto(`/local/sign-in?lang=${lang}&next=/tasks`);
      await page.locator("main input[value=station]").check();
      await page.locator("main button").first().click();
      expect(new URL(page.url()).pathname).toBe("/tasks");
      const band = page.locator(".dm-band");
      expect(await band.textContent()).toContain(words);
      await band.locator("select").selectOption("approver");
      await band.locator("form[action='/local/sign-in'] button").click();
      expect(await band.locator("select").inputValue()).toBe("approver");
      const before = (await json("/local/clock")).today;
      await band.locator("button[value=day]").click();
      // The page comes back before a long day's sweep is over.
      await expect
        .poll(async () => (await json("/local/clock")).today > before, { timeout: 60_000 })
        .toBe(true);
      await context.close();
    },
  );
});

describe("the end", () => {
  test("SIGTERM to npm ends it with exit code 0; the data and the day stay, also over kill −9", async () => {
    const { post } = await signIn(product.url, { persona: "hr" });
    const path = "/secondments/demo-2025-08-010001/absences";
    const written = await post(path, { class: "personal", from: "2026-07-01", to: "2026-07-01" });
    expect(written.status).toBe(201);
    await expect.poll(async () => (await json("/local/clock")).isMoving, { timeout: 60_000 }).toBe(false);
    const { today } = await json("/local/clock");
    const count = async () => (await json("/secondments/demo-2025-08-010001")).absences.length;
    const absences = await count();
    expect(await product.end()).toBe(0);
    product = await startProduct(dir);
    expect([await count(), (await json("/local/clock")).today]).toEqual([absences, today]);
    await product.kill();
    product = await startProduct(dir);
    expect([await count(), (await json("/local/clock")).today]).toEqual([absences, today]);
  });

  test("a first day behind the data, or an empty start on it, is refused with the reason", async () => {
    await product.end();
    const behind = await startToEnd(["--today", "2026-03-01"], { DATA_DIR: dir });
    expect([behind.code, behind.said]).toEqual([2, expect.stringContaining("only goes forward")]);
    const empty = await startToEnd(["--empty"], { DATA_DIR: dir });
    expect([empty.code, empty.said]).toEqual([2, expect.stringContaining("holds the demo cohort")]);
  });
});
