import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Actor } from "@dunmiao/domain/actor";
import type { Message } from "@dunmiao/domain/notification";
import { putFlag } from "@dunmiao/store/engine/flag";
import type { Key } from "@dunmiao/store/engine/keys";
import { putMessage } from "@dunmiao/store/notification";
import { createSession } from "@dunmiao/store/session";
import * as z from "zod";
import { appOver, bodyOf, upload } from "./app.ts";
import { idOf, type PopulatedApp, populatedApp } from "./fixture.ts";
import { listFile } from "./import/files.ts";
import { personRow } from "./importFile.ts";
import { saveCohort } from "./people.ts";
import { commit } from "./spotChecks.ts";

const inbox = { role: "hr", unit: "bureau" } as const;
const people = {
  hr: { id: "hr-1", role: "hr" },
  station: { id: "station-1", role: "station", unit: "42010201" },
  approver: { id: "approver-1", role: "approver" },
  officer: { id: "officer-100001", role: "officer", serviceNumber: "100001" },
} satisfies Record<string, Actor>;

/** Ids of what was made. */
export type Made = { importId: string; notice: string; check: string; post: string };
/** Somebody signed in whom an app answers that has read nothing yet. */
export type Open = (as: keyof typeof people, path: string, accept?: string) => Promise<Response>;

/** One of everything that a list holds. */
export async function oneOfEach(): Promise<{ app: PopulatedApp; open: Open; made: Made }> {
  const app = await populatedApp();
  const facts = { name: { "zh-CN": "中期评估", en: "Mid-term" }, dueOn: "2026-02-26" };
  const message = {
    code: "escalated",
    secondmentId: idOf("100002"),
    checkpoint: "mid-term",
    on: "2026-03-01",
  };
  const whom = { serviceNumber: "100002", name: "民警100002", station: "大智派出所" };
  await putMessage(app.store, { ...message, ...facts, about: whom, to: [inbox] } as Message);
  const file = await listFile([personRow(60, "42010201")]);
  const importId = await idIn(app.hr.post("/cohorts/batch-1/imports", upload(file)));
  await saveCohort(app.store, "batch-2");
  const notice = { year: 2027, days: [{ date: "2027-01-01", working: false, name: "元旦" }] };
  const festivals = [
    "spring-festival",
    "qingming",
    "labour-day",
    "dragon-boat",
    "mid-autumn",
    "national-day",
  ];
  const noticeId = await idIn(app.hr.post("/calendar/notices", { ...notice, missingConfirmed: festivals }));
  await app.hr.post("/schemes/literal/draft", { version: 3, seen: 0, limitDays: 20 });
  const check = (await commit(app.inspector, 1)).id;
  const school = { kind: "school", unit: "42010201" };
  const places = [
    { ...school, code: "XX-1", name: "第一小学" },
    { ...school, code: "XX-2", name: "第二小学" },
  ];
  await app.hr.post("/places", { places });
  const appointed = { role: "counsellor", appointedBy: "教育局", from: "2025-09-01", to: "2026-08-31" };
  const post = await idIn(app.hr.post("/posts", { serviceNumber: "100001", place: "XX-1", ...appointed }));
  const evidence = { number: "1", title: "户籍证明", date: "2026-02-10" };
  const corrected = await app.hr.post("/officers/100003/corrections", { seen: 1, evidence, name: "新名" });
  if (corrected.status !== 201) throw new Error(await corrected.text());
  const flag = { code: "StoredRowError", detail: "-", since: "2026-03-02T00:00:00.000Z" };
  await putFlag(app.store, { kind: "secondment", id: idOf("100002") }, flag);
  return { app, open: await opener(app), made: { importId, notice: noticeId, check, post } };
}

const withIdSchema = z.looseObject({ id: z.string() });
async function idIn(answer: Promise<Response>): Promise<string> {
  return withIdSchema.parse(await bodyOf(answer)).id;
}

async function opener({ store }: PopulatedApp): Promise<Open> {
  const cookies = new Map<string, string>();
  for (const [who, actor] of Object.entries(people)) cookies.set(who, await createSession(store, actor));
  return async (as, path, accept = "text/html") => {
    const headers = { Cookie: `session=${cookies.get(as)}; lang=en`, Accept: accept };
    return appOver(store).request(path, { headers });
  };
}

type Spoil = "summary" | "record" | "whole";
/** Spoils an item, in one part of it or all but its key, and puts it back. */
export async function whileDamaged(
  { documents, tableName: TableName }: PopulatedApp["store"],
  { key: Key, part }: Pick<Damage, "key" | "part">,
  look: () => Promise<void>,
): Promise<void> {
  const { Item } = await documents.send(new GetCommand({ TableName, Key }));
  const spoilt = part === "whole" ? { ...Key } : { ...Item, ...Key };
  await documents.send(new PutCommand({ TableName, Item: { ...spoilt, [part]: { damaged: true } } }));
  await look();
  if (Item) await documents.send(new PutCommand({ TableName, Item }));
  else await documents.send(new DeleteCommand({ TableName, Key }));
}

export type Damage = {
  key: Key;
  part: Spoil;
  as?: keyof typeof people;
  path: string;
  /** What HR is told of. */
  named: { kind: string; id: string };
  /** What still stands on the page. */
  rest: string;
};
