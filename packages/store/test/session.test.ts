import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, expect, test } from "vitest";
import type { Store } from "../src/engine/client.ts";
import { countRequests } from "../src/engine/countRequests.ts";
import { sessionKey } from "../src/engine/keys.ts";
import { createSession, loadSession, revokeSession } from "../src/session.ts";
import { freshStore } from "./engine.ts";

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});

const actor = { id: "branch-7", role: "branch", unit: "4201-07" } as const;
// Real engines may remove expired rows at once: the sessions of these tests begin now and go on into the future.
const began = new Date();
const after = (minutes: number) => new Date(began.getTime() + minutes * 60_000);
const signIn = () => createSession(store, actor, began);

test("a session is known by its cookie, and only by that", async () => {
  const cookie = await signIn();
  expect(await loadSession(store, cookie, after(1))).toEqual(actor);
  expect(await loadSession(store, `${cookie}x`, after(1))).toBeUndefined();
  expect(await signIn()).not.toBe(cookie);
});

test("idle for 30 minutes ends it, a visit before that keeps it", async () => {
  const [idle, visited] = [await signIn(), await signIn()];
  expect(await loadSession(store, visited, after(29))).toEqual(actor);
  expect(await loadSession(store, visited, after(58))).toEqual(actor);
  expect(await loadSession(store, idle, after(30))).toBeUndefined();
});

test("12 hours end it however busy", async () => {
  const cookie = await signIn();
  for (let minutes = 29; minutes < 720; minutes += 29)
    expect(await loadSession(store, cookie, after(minutes))).toEqual(actor);
  expect(await loadSession(store, cookie, after(720))).toBeUndefined();
});

test("a read is one GetItem; the idle clock is moved at most once a minute", async () => {
  const cookie = await signIn();
  const counted = countRequests(store);
  for (const seconds of [1, 20, 59]) await loadSession(store, cookie, after(seconds / 60));
  expect(counted.requests).toEqual({ GetItem: 3 });
  for (const seconds of [61, 70, 119]) await loadSession(store, cookie, after(seconds / 60));
  expect(counted.requests).toEqual({ GetItem: 6, PutItem: 1 });
  counted.stop();
});

test("a revoked session stays revoked, also when a read of it is on its way", async () => {
  const cookie = await signIn();
  await Promise.all([loadSession(store, cookie, after(5)), revokeSession(store, cookie)]);
  expect(await loadSession(store, cookie, after(5))).toBeUndefined();
  await revokeSession(store, cookie);
});

test("revoking a cookie that nobody has leaves no row", async () => {
  await revokeSession(store, "nobody-has-this");
  const Key = sessionKey("nobody-has-this");
  const { Item } = await store.documents.send(new GetCommand({ TableName: store.tableName, Key }));
  expect(Item).toBeUndefined();
});
