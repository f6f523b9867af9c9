import { codeAt } from "@dunmiao/store/oneTimeCode";
import type { Hono } from "hono";
import { expect } from "vitest";
import { freshStore } from "../../store/test/engine.ts";
import { mountAccounts } from "../src/accounts.ts";
import type { WebDeps, WebEnv } from "../src/deps.ts";
import type { Doors } from "../src/signIn/doors.ts";
import { appOver, bodyOf } from "./app.ts";

export const passphrase = "梧桐 松针 青石 渡口 木桥 长亭";
export const today = "2026-03-02";
export const firstToken = "first-link";

/** The app with accounts over an empty table; `at` is the instant that it is. */
export async function accountsApp(change: Partial<WebDeps> = {}, doors: Partial<Doors> = {}) {
  const store = await freshStore();
  const clock = { at: new Date(`${today}T01:00:00.000Z`) };
  const first = { isUsed: false };
  const app = appOver(store, {
    clock: { today: () => today, now: () => clock.at.toISOString() },
    hasAccounts: true,
    sessionCookie: "__Host-dunmiao",
    origin: "https://dunmiao.example",
    ...change,
  });
  const link = {
    isRight: (token: string) => !first.isUsed && token === firstToken,
    onUsed: () => {
      first.isUsed = true;
    },
  };
  mountAccounts(app, { first: link, hasPassphrases: true, ...doors });
  return { app, store, clock, visitor: (address?: string) => visitorOf(app, address) };
}

/** Somebody with a browser: the cookie that the site gave last is sent along; JSON unless the name says page. */
function visitorOf(app: Hono<WebEnv>, address = "192.0.2.1") {
  const browser = { cookie: "", set: "", begun: "" };
  const send = async (path: string, accept: string, body?: object) => {
    const isFile = body instanceof FormData;
    const headers = {
      Accept: accept,
      ...((browser.cookie || browser.begun) && { Cookie: [browser.cookie, browser.begun].join("; ") }),
      ...(body && !isFile && accept === json && { "Content-Type": "application/json" }),
    };
    const text = accept === json ? JSON.stringify(body) : new URLSearchParams(Object.entries(body ?? {}));
    const sent = isFile ? body : text;
    const request = body ? { method: "POST", headers, body: sent } : { headers };
    const response = await app.request(path, request, { address });
    for (const each of response.headers.getSetCookie()) {
      if (each.startsWith("__Host-dunmiao-begun=")) browser.begun = each.split(";")[0] ?? "";
      if (!each.startsWith("__Host-dunmiao=")) continue;
      browser.set = each;
      browser.cookie = each.split(";")[0] ?? "";
    }
    return response;
  };
  return {
    browser,
    get: (path: string) => send(path, json),
    post: (path: string, body: object = {}) => send(path, json, body),
    page: (path: string) => send(path, html),
    submit: (path: string, body: object = {}) => send(path, html, body),
  };
}
export type Visitor = ReturnType<typeof visitorOf>;
const json = "application/json";
const html = "text/html";

export const names = {
  token: firstToken,
  number: "100001",
  name: "一号",
  passphrase,
  securityNumber: "100002",
  securityName: "二号",
};

/** The token of a link that was handed over. */
export async function tokenIn(response: Promise<Response>): Promise<string> {
  const { link } = await bodyOf<{ link: string }>(response);
  return new URL(link).searchParams.get("token") ?? "";
}

export type At = Awaited<ReturnType<typeof accountsApp>>;
export const minute = 60_000;

/** Sets up one-time codes; answers how the device says the code of a moment. */
export async function withFactor(at: At, who: Visitor) {
  const { secret } = await bodyOf<{ secret: string }>(who.get("/account/second-factor"));
  const code = codeAt(secret, at.clock.at);
  const set = await who.post("/account/second-factor", { secret, code });
  expect(set.status).toBe(201);
  const { recovery } = await bodyOf<{ recovery: string[] }>(set);
  // The next code is another one.
  at.clock.at = new Date(at.clock.at.getTime() + minute);
  return { recovery, code: () => codeAt(secret, at.clock.at), used: code };
}

/** The code that the security officer hands over beside a link. */
export async function codeBy(security: Visitor, number: string): Promise<string> {
  return (await bodyOf<{ code: string }>(security.post(`/accounts/${number}/code`))).code;
}

type Handed = { token: string; code?: string };

async function joined(at: At, number: string, handed: Handed): Promise<Visitor> {
  const who = at.visitor();
  expect((await who.post("/invitation", { ...handed, passphrase })).status).toBe(200);
  expect((await who.post("/sign-in", { number, passphrase })).status).toBe(200);
  return who;
}

/** An administrator and a security officer at work. */
export async function begun() {
  return bothHands(await accountsApp());
}

export async function bothHands(at: At) {
  const administrator = at.visitor();
  const token = await tokenIn(administrator.post("/set-up", names));
  const device = await withFactor(at, administrator);
  const security = await joined(at, "100002", { token });
  await withFactor(at, security);
  return { ...at, at, administrator, security, device, token };
}

export async function invited(
  { at, administrator, security }: Awaited<ReturnType<typeof begun>>,
  number: string,
) {
  expect((await administrator.post("/accounts", { number, name: `${number} 号` })).status).toBe(201);
  const token = await tokenIn(administrator.post(`/accounts/${number}/link`));
  return joined(at, number, { token, code: await codeBy(security, number) });
}

export const roleOf = async (response: Promise<Response>) =>
  (await bodyOf<{ assignments: { id: string; state: string }[] }>(response)).assignments.at(-1) ?? {
    id: "",
    state: "",
  };
