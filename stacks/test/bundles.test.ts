import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { addDays, shanghaiDate } from "@dunmiao/domain/calendarDate";
import { setUpKey } from "@dunmiao/store/engine/signInKeys";
import { createSession } from "@dunmiao/store/session";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { populatedApp } from "../../packages/web/test/fixture.ts";
import { jsonServer } from "../../packages/workflow/test/support/servers.ts";
import { addPerson, eventsOf, openWorld } from "../../packages/workflow/test/support/world.ts";
import { grants } from "../grants.ts";
import { ask, type Handler } from "./apiEvent.ts";
import { deployedFunctions } from "./deployed.ts";

const { assets, folderOf, load } = deployedFunctions();
const names = Object.keys(grants);

test("every function has a bundle without demonstration, tests or tools", () => {
  const forbidden =
    /packages\/(local|bench)\/|\/test\/|aws-local-stepfunctions|node_modules\/(vitest|esbuild|sass)\//;
  for (const name of names) {
    const { inputs } = JSON.parse(readFileSync(join(folderOf(name), "metafile.json"), "utf8"));
    expect(
      Object.keys(inputs).filter((path) => forbidden.test(path)),
      name,
    ).toEqual([]);
    const text = codeOf(folderOf(name));
    for (const mark of ["demo-clock", "演示登录", "DUNMIAO_ENGINE", "seededFor", "WECOM_WEBHOOK_URL"])
      expect(text.includes(mark), `${name}: ${mark}`).toBe(false);
  }
});

function codeOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((each) =>
    each.endsWith(".mjs"),
  );
  return files.map((each) => readFileSync(join(folder, each), "utf8")).join("\n");
}

test("bundles are small", () => {
  const kilobytes = (name: string) => Math.round(codeOf(folderOf(name)).length / 1000);
  console.log(names.map((name) => `${name} ${kilobytes(name)} kB`).join(", "));
  // All chunks together: the client that hands out links of the archive is loaded when somebody asks for one.
  for (const name of names) expect(kilobytes(name), name).toBeLessThan(name === "site" ? 3_300 : 950);
  expect(statSync(join(assets, "manifest.json")).size).toBeGreaterThan(0);
});

describe("the site from its bundle", () => {
  let open: Handler;
  let closed: Handler;
  let cookies: string[];
  let empty: Handler;
  const signIn = {
    OIDC_ISSUER: "https://sign-in.example",
    OIDC_CLIENT_ID: "dunmiao",
    SIGN_IN_SECRET: "arn:aws:secretsmanager:local:000000000000:secret:sign-in",
    PUBLIC_URL: "https://site.example",
  };
  let secrets: Awaited<ReturnType<typeof jsonServer>>;
  beforeAll(async () => {
    secrets = await jsonServer((response, _, { body }) => {
      const isOurs = JSON.stringify(body).includes(signIn.SIGN_IN_SECRET);
      const held = { SecretString: JSON.stringify({ clientSecret: "hush" }) };
      const none = { __type: "ResourceNotFoundException", Message: "no value yet" };
      response.writeHead(isOurs ? 200 : 400, { "content-type": "application/x-amz-json-1.1" });
      response.end(JSON.stringify(isOurs ? held : none));
    });
    vi.stubEnv("AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets.url);
    const { store } = await populatedApp();
    await store.documents.send(new PutCommand({ TableName: store.tableName, Item: setUpKey }));
    const settings = { TABLE_NAME: store.tableName, BUREAU_NAME: "局", LANGUAGES: "en,zh-CN" };
    closed = (await load("site", settings)) as Handler;
    open = (await load("site", { ...settings, ...signIn })) as Handler;
    empty = (await load("site", {
      ...settings,
      ...signIn,
      SIGN_IN_SECRET: "arn:without-a-value",
    })) as Handler;
    cookies = [`__Host-dunmiao=${await createSession(store, { id: "hr-1", role: "hr" })}`];
  });

  afterAll(() => {
    secrets.stop();
    vi.unstubAllEnvs();
  });

  test("closed until a sign-in is configured: 503 to everything but its health", async () => {
    expect(await ask(closed, { path: "/healthz" })).toMatchObject({ statusCode: 200 });
    for (const path of [
      "/",
      "/secondments",
      "/assets/app.css",
      "/openapi.json",
      "/sign-in",
      "/demo",
      "/healthz/x",
    ])
      expect((await ask(closed, { path, cookies })).statusCode, path).toBe(503);
    expect((await ask(closed, { method: "POST", path: "/healthz" })).statusCode).toBe(503);
    expect((await ask(empty, { path: "/sign-in" })).statusCode).toBe(503);
    expect((await ask(empty, { path: "/healthz" })).statusCode).toBe(200);
  });

  test("with issuer and secret its door is the provider's, and none for passphrases", async () => {
    const page = await ask(open, { path: "/sign-in", headers: { accept: "text/html" } });
    expect(page.statusCode).toBe(200);
    expect(page.text).toContain("/sign-in/provider?");
    expect(page.text).not.toContain("passphrase");
    const json = { accept: "application/json", "content-type": "application/json" };
    const body = Buffer.from(JSON.stringify({ number: "100001", passphrase: "anything at all" }));
    const refused = await ask(open, { method: "POST", path: "/sign-in", headers: json, body });
    expect([refused.statusCode, JSON.parse(refused.text).code]).toEqual([422, "sign-in-failed"]);
  });

  test("nobody comes in without a session", async () => {
    const found = await ask(open, {
      path: "/secondments",
      query: "cohort=batch-1",
      headers: { accept: "application/json" },
    });
    expect(found.statusCode).toBe(401);
  });

  test("cookies arrive one by one, and are set one by one", async () => {
    const headers = { accept: "text/html" };
    const page = await ask(open, {
      path: "/",
      query: "lang=zh-CN",
      headers,
      cookies: ["other=1", ...cookies, "more=2"],
    });
    expect(page).toMatchObject({ statusCode: 200, isBase64Encoded: false });
    expect(page.cookies?.some((each) => each.startsWith("lang=zh-CN"))).toBe(true);
    expect(page.text).toContain('<html lang="zh-CN"');
    expect((await ask(open, { path: "/", headers, cookies })).text).toContain('<html lang="en"');
  });

  test("binary answers come as bytes: a template, a compressed style sheet", async () => {
    const template = await ask(open, { path: "/imports/template.xlsx", cookies });
    expect(template).toMatchObject({ statusCode: 200, isBase64Encoded: true });
    expect(template.bytes.subarray(0, 2).toString()).toBe("PK");
    const { css } = JSON.parse(readFileSync(join(assets, "manifest.json"), "utf8"));
    const style = await ask(open, { path: `/assets/${css}`, headers: { "accept-encoding": "gzip, br" } });
    expect(style).toMatchObject({ statusCode: 200, isBase64Encoded: true });
    expect(style.headers?.["content-encoding"]).toBe("br");
  });

  test("a repeated parameter arrives with all its values, none changed", async () => {
    const query = "cohort=batch-1&q=%E4%B8%80+%26&q=a%2Bb&q=";
    const page = await ask(open, { path: "/secondments", query, headers: { accept: "text/html" }, cookies });
    expect(page.statusCode).toBe(200);
    // The link to the other language repeats what the page was asked for.
    const [, href = ""] = /<a href="([^"]*)" lang="en"/.exec(page.text) ?? [];
    const { pathname, searchParams } = new URL(href.replaceAll("&amp;", "&"), "https://site.example");
    expect([pathname, ...searchParams]).toEqual([
      "/secondments",
      ["cohort", "batch-1"],
      ["q", "一 &"],
      ["q", "a+b"],
      ["q", ""],
      ["lang", "en"],
    ]);
    expect(page.text).toContain('value="一 &amp;"');
  });

  test("a header with several values arrives as one list, of which each value counts", async () => {
    const style = (tags: string) => {
      const headers = { "accept-encoding": "identity;q=0.1, gzip", "if-none-match": tags };
      return ask(open, { path: `/assets/${css}`, headers });
    };
    const { css } = JSON.parse(readFileSync(join(assets, "manifest.json"), "utf8"));
    const fresh = await style('"other-1", "other-2"');
    expect(fresh).toMatchObject({ statusCode: 200, headers: { "content-encoding": "gzip" } });
    const tag = String(fresh.headers?.etag);
    expect((await style(`"other-1", ${tag}`)).statusCode).toBe(304);
    expect((await style(`${tag}, "other-2"`)).statusCode).toBe(304);
    const typeFor = async (accept: string) =>
      (await ask(open, { path: "/tasks", headers: { accept }, cookies })).headers?.["content-type"];
    expect(await typeFor("application/json;q=0.5, text/html")).toContain("text/html");
    expect(await typeFor("application/json;q=0.5, text/plain")).toContain("application/json");
    const requestId = "3f2b8c1e-7a54-4d39-9b0e-52c6d1a8f0e7";
    const named = await ask(open, { path: "/tasks", headers: { "x-request-id": requestId }, cookies });
    expect(named.headers?.["x-request-id"]).toBe(requestId);
  });

  test("JSON and form posts come as base64 and are written, each key once", async () => {
    const today = shanghaiDate(new Date());
    const world = await openWorld(today, 1);
    const id = await addPerson(world, today);
    const site = (await load("site", {
      TABLE_NAME: world.store.tableName,
      BUREAU_NAME: "局",
      ...signIn,
    })) as Handler;
    await world.store.documents.send(new PutCommand({ TableName: world.store.tableName, Item: setUpKey }));
    const path = `/secondments/${id}/absences`;
    const cookie = await createSession(world.store, { id: "hr-1", role: "hr" });
    const post = (type: string, key: string, body: string) => {
      const headers = { "content-type": type, accept: "application/json", "idempotency-key": key };
      return ask(site, {
        method: "POST",
        path,
        headers,
        cookies: [`__Host-dunmiao=${cookie}`],
        body: Buffer.from(body),
      });
    };
    const facts = { class: "sick", from: today, to: today };
    const asJson = () => post("application/json", "bundle-1", JSON.stringify(facts));
    const first = await asJson();
    expect(first.statusCode, first.text).toBe(201);
    expect((await asJson()).statusCode).toBeLessThan(300);
    const later = { ...facts, from: addDays(today, 1), to: addDays(today, 1) };
    const form = await post(
      "application/x-www-form-urlencoded",
      "bundle-2",
      String(new URLSearchParams(later)),
    );
    expect(form.statusCode, form.text).toBe(201);
    expect((await eventsOf(world, id)).filter((type) => type.startsWith("absence."))).toHaveLength(2);
  });

  test("an upload arrives byte by byte; one above the limit is refused", async () => {
    const upload = (file: Buffer) => {
      const head =
        '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n';
      return Buffer.concat([Buffer.from(head), file, Buffer.from("\r\n--x--\r\n")]);
    };
    const headers = {
      "content-type": "multipart/form-data; boundary=x",
      accept: "application/json",
      "idempotency-key": "u",
    };
    const send = (file: Buffer) =>
      ask(open, { method: "POST", path: "/cohorts/batch-1/imports", headers, cookies, body: upload(file) });
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, ...Buffer.from("警号,姓名\n")]);
    const answer = await send(bytes);
    // it is read in a thread that begins with a file of the bundle
    expect(answer.statusCode, answer.text).toBe(422);
    expect(answer.text).toContain("missing-columns");
    expect((await send(Buffer.alloc(6 * 1024 * 1024))).statusCode).toBe(413);
  });
});
