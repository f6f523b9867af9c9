import { generateKeyPairSync, sign } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { mostPaperBytes, personPaperSchema } from "@dunmiao/domain/audit/personPaper";
import { type NoteKey, noteText, signatureLine } from "@dunmiao/domain/audit/signedNote";
import { parseTlogProof, tlogProofText } from "@dunmiao/domain/audit/tlogProof";
import { headText, recordCode, type TreeHead } from "@dunmiao/domain/audit/treeHead";
import { canonical } from "@dunmiao/domain/event";
import { closePage, headToSign, keepHead } from "@dunmiao/store/audit/closeDay";
import { packText } from "@dunmiao/store/audit/packText";
import { loadSecondment } from "@dunmiao/store/secondment";
import type { FindingCode } from "@dunmiao/verifier/findings";
import { isProved, verifyPaper } from "@dunmiao/verifier/verifyPaper";
import { beforeAll, expect, test } from "vitest";
import { problemOf } from "./app.ts";
import { idOf, populatedApp } from "./fixture.ts";

const signer = () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  const key: NoteKey = { name: "dunmiao.test", publicKey: Uint8Array.from(Buffer.from(x, "base64url")) };
  return { key, line: (text: string) => signatureLine(key, sign(null, Buffer.from(text), privateKey)) };
};
const [ours, stranger] = [signer(), signer()];
const url = `/secondments/${idOf("100001")}`;
let web: Awaited<ReturnType<typeof populatedApp>>;
let head: TreeHead;
let file = "";
beforeAll(async () => {
  web = await populatedApp();
});

test("a case that is in no signed day says so; once its day is signed its paper is there for whoever sees it", async () => {
  const { hr, store, as } = web;
  expect(await (await hr.get(`${url}/proof`)).json()).toMatchObject({ items: [] });
  expect(await (await hr.page(`${url}/proof`)).text()).toContain("还没有日终签名");
  const asOf = "2027-01-01";
  while ((await closePage(store, asOf)) === "more");
  const waiting = await headToSign(store, "dunmiao.test");
  if (!waiting) throw new Error("no head");
  ({ head } = waiting);
  const text = headText(head);
  await keepHead(store, waiting.state, noteText(text, [ours.line(text)]), asOf);
  const found = await loadSecondment(store, idOf("100001"), 0);
  const code = recordCode(found?.record.head ?? "");
  const path = `${url}/proof/${head.day}`;
  expect(await (await hr.get(`${url}/proof`)).json()).toMatchObject({
    version: found?.record.version,
    code,
    items: [{ day: head.day, file: path }],
  });
  for (const language of ["zh-CN", "en"] as const) {
    expect(await (await hr.page(`${url}/proof`, { language })).text()).toContain(path);
    for (const print of ["print", "ruling/print", "explanation"])
      expect(await (await hr.page(`${url}/${print}`, { language })).text()).toContain(code);
  }
  const answer = await hr.get(path);
  expect(answer.headers.get("Content-Disposition")).toContain(".tlog-proof");
  file = await answer.text();
  expect(Buffer.byteLength(file)).toBeLessThanOrEqual(mostPaperBytes);
  const officer = await as({ id: "officer-2", role: "officer", serviceNumber: "100002" });
  expect([(await officer.get(path)).status, (await officer.get(`${url}/proof`)).status]).toEqual([404, 404]);
  expect((await hr.get(`${url}/proof/2020-01-01`)).status).toBe(404);
});

test("the paper proves the record to whoever holds the head, or the key", () => {
  for (const held of [{ head }, { keys: [ours.key] }, { head, keys: [ours.key] }])
    expect(verifyPaper(file, held)).toMatchObject({
      findings: [],
      reach: "record",
      paper: { facts: { officer: { serviceNumber: "100001" } } },
    });
});

const changed = (change: (extra: string) => string) => {
  const proof = parseTlogProof(file);
  if (!proof) throw new Error("no proof");
  const text = inflateRawSync(proof.extra ?? "").toString();
  return tlogProofText({ ...proof, extra: packText(change(text)) });
};
const withExtra = (change: (extra: Uint8Array) => Uint8Array) => {
  const proof = parseTlogProof(file);
  return proof?.extra ? tlogProofText({ ...proof, extra: change(proof.extra) }) : "";
};
const without = (...names: ("event" | "record")[]) =>
  changed((extra) => {
    const paper = personPaperSchema.parse(JSON.parse(extra));
    return canonical({ ...paper, ...Object.fromEntries(names.map((name) => [name, undefined])) });
  });

test.each([
  ["event", () => without("record")],
  ["hash", () => without("record", "event")],
] as const)(
  "a paper that carries less reaches to the %s, and what it says is not proved",
  async (reach, text) => {
    const verified = verifyPaper(text(), { head });
    expect(verified).toMatchObject({ findings: [], reach });
    expect(isProved(verified)).toBe(false);
  },
);

const damages: readonly [what: string, text: () => string, found: FindingCode][] = [
  ["cut off", () => file.slice(0, 200), "paper-unreadable"],
  ["that says nothing", () => changed(() => "{}"), "paper-unreadable"],
  [
    "that says more than anybody reads",
    () => changed((extra) => extra + " ".repeat(2_000_000)),
    "paper-unreadable",
  ],
  ["whose words are cut off", () => withExtra((extra) => extra.slice(0, -9)), "paper-unreadable"],
  [
    "of another leaf",
    () => changed((extra) => extra.replace(/"leaf":\{"day":"\d{4}/, '"leaf":{"day":"2020')),
    "paper-not-in-tree",
  ],
  [
    "with another event",
    () => changed((extra) => extra.replace('"prev":"', '"prev":"0')),
    "paper-event-other",
  ],
  [
    "with another record",
    () => changed((extra) => extra.replace(/("record":.*"post":")[^"]*/, "$1所长")),
    "paper-record-other",
  ],
  [
    "that says something else",
    () => changed((extra) => extra.replace(/("facts":.*?"serviceNumber":")100001/, "$1100002")),
    "paper-facts-other",
  ],
  ["with another signature", () => file.replace(/— .*\n$/, stranger.line(headText(head))), "head-unsigned"],
];
test.each(damages)("a paper %s is found", (_, text, found) => {
  const { findings, reach } = verifyPaper(text(), { keys: [ours.key] });
  expect([findings.map(({ code }) => code), reach]).toEqual([[found], "nothing"]);
});

test("a paper against another head than the one held, or checked against nothing, does not pass", () => {
  const other = { ...head, root: "0".repeat(64) };
  expect(verifyPaper(file, { head: other }).findings.map(({ code }) => code)).toEqual(["paper-head-other"]);
  expect(verifyPaper(file, {}).findings.map(({ code }) => code)).toEqual(["paper-unanchored"]);
});

test("once the case is changed the paper waits for the next signed day", async () => {
  const { hr } = web;
  const added = await hr.post(
    `${url}/absences`,
    { class: "sick", from: "2026-03-09", to: "2026-03-10" },
    { key: "later-1" },
  );
  expect(added.status).toBe(201);
  expect(await problemOf(await hr.get(`${url}/proof/${head.day}`))).toMatchObject({
    httpStatus: 409,
    code: "paper-not-signed",
  });
  expect(await (await hr.get(`${url}/proof`)).json()).toMatchObject({ items: [] });
});
