import type { Actor } from "@dunmiao/domain/actor";
import { calendarReader } from "@dunmiao/store/calendarReader";
import { cohortReader } from "@dunmiao/store/cohort";
import type { Store } from "@dunmiao/store/engine/client";
import { createSession } from "@dunmiao/store/session";
import { unitReader } from "@dunmiao/store/unit";
import * as z from "zod";
import { freshStore } from "../../store/test/engine.ts";
import { mountAccounts } from "../src/accounts.ts";
import { createApp } from "../src/app.tsx";
import type { WebDeps } from "../src/deps.ts";
import { OpeningNotes } from "../src/openingNotes.ts";

const today = "2026-03-02";
const assets = {
  urls: { css: "/assets/app.css", js: "/assets/app.js", icon: "/assets/icon.svg" },
  files: new Map(),
};
const problemSchema = z.object({
  code: z.string(),
  status: z.number(),
  params: z.record(z.string(), z.unknown()).optional(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string() })),
});

/** The whole app over an empty table of its own on the real engine, on a day that stands still. */
export async function testApp(change: Partial<WebDeps> = {}) {
  const store = await freshStore();
  const openings = new OpeningNotes(store);
  const app = appOver(store, { openings, ...change });
  const as = async (actor: Actor) => clientOf(app, await createSession(store, actor));
  return { app, store, as, openings, hr: await as({ id: "hr-1", role: "hr" }) };
}

/** The app over a table that is there already. */
export function appOver(store: Store, change: Partial<WebDeps> = {}) {
  return createApp({
    store,
    calendar: calendarReader(store),
    units: unitReader(store),
    cohorts: cohortReader(store),
    clock: { today: () => today, now: () => `${today}T01:00:00.000Z` },
    assets,
    bureau: "示例市公安局",
    sessionCookie: "session",
    signInUrl: "/sign-in",
    isReady: async () => true,
    openings: new OpeningNotes(store),
    ...change,
  });
}

/** The same with the pages of accounts, which a host with its own sign-in adds: every route of the product. */
export async function wholeApp() {
  const whole = await testApp({ hasAccounts: true });
  const first = { isRight: () => false, onUsed: () => {} };
  mountAccounts(whole.app, { first, hasPassphrases: true });
  return whole;
}
export type TestApp = Awaited<ReturnType<typeof testApp>>;

/** `done`: the note of an act that the page is to say. */
type Sent = { key?: string; language?: "zh-CN" | "en"; done?: string };
type Body = Record<string, unknown> | FormData | URLSearchParams;

/** Somebody who is signed in: JSON by default, a browser where the name says page. */
export function clientOf(app: ReturnType<typeof createApp>, cookie: string) {
  const send = (accept: string, path: string, body?: Body, { key, language = "zh-CN", done }: Sent = {}) => {
    const isJson = body && !(body instanceof FormData) && !(body instanceof URLSearchParams);
    const headers = {
      Cookie: `session=${cookie}; lang=${language}${done === undefined ? "" : `; dm-done=${done}`}`,
      Accept: accept,
      ...(key && { "Idempotency-Key": key }),
      ...(isJson && { "Content-Type": "application/json" }),
    };
    const request = body
      ? { method: "POST", headers, body: isJson ? JSON.stringify(body) : body }
      : { headers };
    return Promise.resolve(app.request(path, request as RequestInit));
  };
  const json = "application/json";
  const browser = "text/html,*/*;q=0.8";
  return {
    get: (path: string, sent?: Sent) => send(json, path, undefined, sent),
    post: (path: string, body: Body, sent?: Sent) => send(json, path, body, sent),
    /** A body exactly as written. */
    raw: (path: string, type: string, body: string) => {
      const headers = { Cookie: `session=${cookie}`, Accept: json, "Content-Type": type };
      return Promise.resolve(app.request(path, { method: "POST", headers, body }));
    },
    head: (path: string) => {
      const headers = { Cookie: `session=${cookie}`, Accept: json };
      return Promise.resolve(app.request(path, { method: "HEAD", headers }));
    },
    page: (path: string, sent?: Sent) => send(browser, path, undefined, sent),
    submit: (path: string, form: Record<string, string> | FormData, sent?: Sent) =>
      send(browser, path, form instanceof FormData ? form : new URLSearchParams(form), sent),
  };
}
export type Client = ReturnType<typeof clientOf>;

/** A multipart body with one file. */
export function upload(bytes: Uint8Array | string, name = "名单.xlsx"): FormData {
  const form = new FormData();
  form.set("file", new File([typeof bytes === "string" ? bytes : Uint8Array.from(bytes)], name));
  return form;
}

/** Code of a problem document, after a look at its status and type. */
export async function problemOf(response: Response) {
  const problem = problemSchema.parse(await response.json());
  if (!response.headers.get("Content-Type")?.includes("application/problem+json"))
    throw new Error("not a problem document");
  return { httpStatus: response.status, ...problem };
}

/** The JSON of an answer, as the test expects it. */
export async function bodyOf<T>(response: Response | Promise<Response>): Promise<T> {
  return (await (await response).json()) as T;
}
