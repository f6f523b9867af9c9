import { readdirSync, readFileSync, statSync } from "node:fs";
import { request } from "node:https";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listen } from "../src/listen.ts";
import { DailyJob, dayAt } from "../src/serve/dailyJob.ts";
import { readServeOptions } from "../src/serve/options.ts";
import { type Product, scratchDir, serveToEnd, startServing, startToEnd } from "./running.ts";

const { dir, remove } = scratchDir();
const dataDir = join(dir, "data");
const publicUrl = "http://dunmiao.bureau.example";
const env = { PUBLIC_URL: publicUrl, BUREAU_NAME: "示例市公安局" };
let product: Product;

beforeAll(async () => {
  product = await startServing(dataDir, env);
});
afterAll(async () => {
  await product.end();
  remove();
});

const send = (path: string, body?: object, cookie = "") =>
  fetch(product.url + path, {
    headers: { Accept: "application/json", "Content-Type": "application/json", Cookie: cookie },
    ...(body && { method: "POST", body: JSON.stringify(body) }),
  });

const linkFile = join(dataDir, "first-administrator.txt");
const machines = {
  MACHINE_ISSUER: "https://sso.example",
  MACHINE_AUDIENCE: "dunmiao-api",
  MACHINE_JWKS_URI: "https://sso.example/keys",
};
const people = {
  number: "100001",
  name: "一号",
  passphrase: "a passphrase of some length",
  securityNumber: "100002",
  securityName: "二号",
};

describe("npm run serve", () => {
  test("serves nothing before the first administrator, whose link stands in a file of its owner and in no log", async () => {
    for (const path of ["/", "/sign-in", "/accounts"]) expect((await send(path)).status).toBe(503);
    expect(statSync(linkFile).mode & 0o777).toBe(0o600);
    const link = new URL(readFileSync(linkFile, "utf8").trim());
    expect(link.origin).toBe(publicUrl);
    const token = link.searchParams.get("token") ?? "";
    expect((await send("/set-up", { ...people, token: `${token}x` })).status).toBe(409);
    expect((await send("/local/sign-in", { persona: "hr" })).status).toBe(503);
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        send("/set-up", { ...people, token, number: `30000${at}`, securityNumber: `40000${at}` }),
      ),
    );
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([201, 409, 409, 409, 409, 409]);
    expect(readdirSync(dataDir)).not.toContain("first-administrator.txt");
    expect(product.said.join("\n")).toContain(linkFile);
    for (const file of readdirSync(dataDir).filter((each) => each.endsWith(".log")))
      expect(readFileSync(join(dataDir, file), "utf8")).not.toContain(token);
    expect(product.said.join("\n")).not.toContain(token);
    expect((await send("/sign-in")).status).toBe(200);
  });

  test("knows neither the demo's sign-in nor its clock, and a browser gets no cookie that it would drop", async () => {
    for (const path of ["/local/sign-in", "/local/clock"]) expect((await send(path)).status).toBe(404);
    const page = await fetch(`${product.url}/sign-in`, { headers: { Accept: "text/html" } });
    expect(await page.text()).toContain("http");
  });

  test("never opens data of the demonstration, nor the demonstration its", async () => {
    const busy = await startToEnd([], { DATA_DIR: dataDir });
    expect([busy.code, busy.said]).toEqual([1, expect.stringContaining("in use by another")]);
    const url = product.url;
    await product.end();
    const demo = await startToEnd([], { DATA_DIR: dataDir });
    expect([demo.code, demo.said]).toEqual([2, expect.stringContaining("are real")]);
    product = await startServing(dataDir, env);
    expect(product.url).not.toBe(url);
    expect(product.said.join("\n")).not.toContain("first-administrator");
    expect((await send("/set-up", { ...people, token: "any" })).status).toBe(409);
  });

  test("says what is wrong with how it was asked, with exit code 2", async () => {
    const refused = await serveToEnd("serve", [], { ...env, PUBLIC_URL: "", DATA_DIR: dataDir });
    expect([refused.code, refused.said]).toEqual([2, expect.stringContaining("PUBLIC_URL is not set")]);
  });
});

describe("options", () => {
  const given = { ...env, DATA_DIR: "/nowhere" };
  const fixture = (name: string) => join(import.meta.dirname, "fixtures/tls", name);
  const tls = {
    TLS_CERT: fixture("cert.pem"),
    TLS_KEY: fixture("key.pem"),
    PUBLIC_URL: "https://dunmiao.bureau.example",
  };

  test.each([
    [{ PUBLIC_URL: "dunmiao.example" }, "begins with https"],
    [{ PUBLIC_URL: "ftp://dunmiao.example" }, "begins with https"],
    [{ PUBLIC_URL: "https://dunmiao.example/app" }, "https://dunmiao.example"],
    [{ PUBLIC_URL: "https://a:b@dunmiao.example" }, "password"],
    [{ DATA_DIR: "" }, "DATA_DIR"],
    [{ BUREAU_NAME: "" }, "BUREAU_NAME"],
    [{ PORT: "http" }, "PORT=http"],
    [{ TLS_CERT: "/nowhere.pem" }, "belong together"],
    [{ TLS_CERT: "/nowhere.pem", TLS_KEY: "/nowhere.pem" }, "not https"],
    [
      { TLS_CERT: "/nowhere.pem", TLS_KEY: "/nowhere.pem", PUBLIC_URL: "https://x.example" },
      "cannot be read",
    ],
    [{ ...machines, MACHINE_AUDIENCE: "" }, "both MACHINE_AUDIENCE and MACHINE_JWKS_URI"],
    [{ ...machines, OIDC_CLIENT_ID: "dunmiao-api" }, "is OIDC_CLIENT_ID"],
    [{ ...machines, MACHINE_JWKS_URI: "http://sso.example/keys" }, "MACHINE_ALLOW_HTTP=1 allows http"],
    [{ ...machines, MACHINE_JWKS_URI: "file:///keys" }, "is not an address that begins with https://"],
  ])("%j is refused in a sentence", (wrong, said) => {
    const read = readServeOptions([], { ...given, ...wrong });
    expect(read).toEqual({ wrong: expect.stringContaining(said) });
  });

  test("machines come in where their issuer, their audience and its keys are named", () => {
    const named = {
      issuer: "https://sso.example",
      audience: "dunmiao-api",
      jwksUri: "https://sso.example/keys",
    };
    expect(readServeOptions([], { ...given, ...machines })).toMatchObject({ machines: named });
    expect(readServeOptions([], given)).not.toHaveProperty("machines");
  });

  test("a certificate that is over is refused with its day", () => {
    expect(readServeOptions([], { ...given, ...tls })).toHaveProperty("tls");
    const later = new Date("2199-01-01T00:00:00Z");
    expect(readServeOptions([], { ...given, ...tls }, later)).toEqual({
      wrong: expect.stringContaining("expired on"),
    });
    expect(readServeOptions([], { ...given, ...tls, TLS_KEY: tls.TLS_CERT })).toEqual({
      wrong: expect.stringContaining("cannot be read"),
    });
    expect(readServeOptions(["--today"], given)).toEqual({ wrong: expect.stringContaining("--today") });
  });
});

test("with a certificate of its own it speaks TLS, and says where a request comes from", async () => {
  const file = (name: string) => readFileSync(join(import.meta.dirname, "fixtures/tls", name));
  const tls = { cert: file("cert.pem"), key: file("key.pem") };
  const listening = await listen({ port: 0, hosts: ["dunmiao.bureau.example"], tls });
  listening.serve((request, { address }) => new Response(`${new URL(request.url).protocol} ${address}`));
  const { port } = new URL(listening.url);
  const said = new Promise<string>((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, rejectUnauthorized: false, agent: false }, (answer) => {
      answer.setEncoding("utf8").on("data", resolve);
    });
    asked.on("error", reject).end();
  });
  expect(await said).toMatch(/^https: .*127\.0\.0\.1$/);
  await listening.close();
});

describe("the daily sweep", () => {
  test.each([
    ["2026-03-01T21:59:59Z", "2026-03-01"],
    ["2026-03-01T22:00:00Z", "2026-03-02"],
    ["2026-03-02T21:59:59Z", "2026-03-02"],
  ])("at %s the one of %s is due", (at, day) => {
    expect(dayAt(new Date(at), 6)).toBe(day);
  });

  test("runs what was missed at the start, each day once, and again what failed", async () => {
    let now = new Date("2026-03-01T20:00:00Z");
    const swept: string[] = [];
    let fails = true;
    const said: string[] = [];
    const daily = new DailyJob({
      name: "sweep",
      hour: 6,
      now: () => now,
      report: (line) => said.push(line),
      run: async (day) => {
        if (day === "2026-03-02" && fails) throw new Error("lost");
        swept.push(day);
      },
    });
    await daily.start();
    await daily.look();
    expect(swept).toEqual(["2026-03-01"]);
    now = new Date("2026-03-01T22:00:30Z");
    await daily.look();
    expect(said).toEqual(["sweep-failed 2026-03-02: lost"]);
    fails = false;
    await daily.look();
    await daily.look();
    now = new Date("2026-03-05T01:00:00Z");
    await daily.look();
    await daily.stop();
    expect(swept).toEqual(["2026-03-01", "2026-03-02", "2026-03-05"]);
  });
});
