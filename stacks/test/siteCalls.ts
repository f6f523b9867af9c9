import type { Actor } from "@dunmiao/domain/actor";
import type { Store } from "@dunmiao/store/engine/client";
import { createSession } from "@dunmiao/store/session";
import * as z from "zod";
import { mountAccounts } from "../../packages/web/src/accounts.ts";
import { appOver } from "../../packages/web/test/app.ts";
import { idOf, populatedApp } from "../../packages/web/test/fixture.ts";

const describedSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
const params: Readonly<Record<string, string>> = {
  code: "42010201",
  serviceNumber: "100001",
  kind: "secondment",
  level: "10",
  key: "0",
  by: "officer",
};
const people: readonly Actor[] = [
  { id: "hr-1", role: "hr" },
  { id: "branch-1", role: "branch", unit: "420102" },
  { id: "station-1", role: "station", unit: "42010201" },
  { id: "sending-1", role: "sending", unit: "JG-01" },
  { id: "administrator-1", role: "administrator" },
  { id: "officer-1", role: "officer", serviceNumber: "100001" },
];

type Init = { method?: string; headers?: Record<string, string>; body?: string };

/** Opens every address of the site as every role, and writes an absence and a person, over a store that writes down its calls. */
export async function siteCalls(open: (tableName: string) => Store): Promise<string[]> {
  const { store: planted } = await populatedApp();
  const store = open(planted.tableName);
  const app = appOver(store, { hasAccounts: true });
  mountAccounts(app, { first: { isRight: () => false, onUsed: () => {} }, hasPassphrases: true });
  const described = describedSchema.parse(await (await app.request("/openapi.json")).json());
  const failed: string[] = [];
  for (const actor of people) {
    const headers = { Accept: "application/json", Cookie: `session=${await createSession(planted, actor)}` };
    const ask = async (path: string, init: Init = {}) => {
      const { status } = await app.request(path, { ...init, headers: { ...headers, ...init.headers } });
      if (status >= 500) failed.push(`${actor.role} ${path} ${status}`);
      return status;
    };
    for (const path of addressesOf(described)) await ask(path);
    if (actor.role === "officer") await asks(ask);
    if (actor.role === "hr") await putsOnFile(ask);
  }
  return failed;
}

type Ask = (path: string, init: Init) => Promise<number>;

/** A new number is compared with other spellings of it. */
async function putsOnFile(ask: Ask): Promise<void> {
  const person = { name: "甲", sex: "male", birthMonth: "1990-01", kind: "officer", homeUnit: "JG-01" };
  const body = JSON.stringify({ ...person, serviceNumber: "700001" });
  const headers = { "Content-Type": "application/json", "Idempotency-Key": "calls-2" };
  const status = await ask("/officers", { method: "POST", headers, body });
  if (status >= 400) throw new Error(`the person was answered with ${status}`);
}

async function asks(ask: Ask): Promise<void> {
  const body = JSON.stringify({ class: "sick", from: "2026-03-03", to: "2026-03-04" });
  const headers = { "Content-Type": "application/json", "Idempotency-Key": "calls-1" };
  const status = await ask(`/secondments/${idOf("100001")}/absences`, { method: "POST", headers, body });
  if (status >= 400) throw new Error(`the absence was answered with ${status}`);
}

function addressesOf({ paths }: { paths: Record<string, object> }): string[] {
  const readable = Object.entries(paths).filter(([, methods]) => "get" in methods);
  return readable.map(([path]) =>
    path.replace(
      /\{(\w+)\}/g,
      (_all, name: string) =>
        params[name] ??
        (path.startsWith("/cohorts") ? "batch-1" : path.startsWith("/secondments") ? idOf("100001") : "x"),
    ),
  );
}
