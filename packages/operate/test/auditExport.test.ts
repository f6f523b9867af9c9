import { execFileSync } from "node:child_process";
import { openAsBlob, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { partNames } from "@dunmiao/domain/audit/exportParts";
import { readmeText } from "@dunmiao/domain/audit/exportReadme";
import { parseNote } from "@dunmiao/domain/audit/signedNote";
import { parseHead } from "@dunmiao/domain/audit/treeHead";
import { type FindingCode, findingLine } from "@dunmiao/verifier/findings";
import { verifyExport, verifyParts } from "@dunmiao/verifier/verifyExport";
import { ExportError, writeExport } from "@dunmiao/workflow/auditExport/writeExport";
import { scopeWritten } from "@dunmiao/workflow/auditExport/writtenScope";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reportIn } from "../../workflow/test/support/acts.ts";
import { everything, openEmptyWorld, type World } from "../../workflow/test/support/world.ts";
import { pageForExport } from "../src/verifierPage.ts";
import { type Damage, damaged, partsIn, rewritten, type Texts, textsOf, withNewManifest } from "./damage.ts";
import { lived, scratch, signer } from "./exportWorld.ts";

const ours = signer();
const theirs = signer();
const dir = scratch();
const file = join(dir, "export.zip");
const now = "2026-03-05T01:00:00.000Z";
const id = "c1-100001";
let world: World;
let texts: Texts;
beforeAll(async () => {
  world = await lived(ours.anchor);
  await writeExport(world.store, { file, purpose: "年度审计", now, key: ours.text });
  texts = await textsOf(file);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const headOf = (day: string) => {
  const head = parseHead(parseNote(ours.notes.get(day) ?? "")?.text ?? "");
  if (!head) throw new Error(`no head of ${day}`);
  return head;
};
const codesIn = async (
  of: string | Texts,
  held: Parameters<typeof verifyExport>[1] = { keys: [ours.key] },
) => {
  const verified =
    typeof of === "string" ? verifyExport(await openAsBlob(of), held) : verifyParts(partsIn(of), held);
  return (await verified).findings.map(({ code }) => code);
};

test("an untouched export agrees, and another program reads it", async () => {
  const verified = await verifyExport(await openAsBlob(file), {
    keys: [ours.key],
    head: headOf("2026-03-02"),
  });
  expect(verified.findings.map(findingLine)).toEqual([]);
  const rows = await everything(world);
  expect(verified).toMatchObject({
    records: rows.filter(({ sk }) => sk === "RECORD").length,
    events: rows.filter(({ sk }) => String(sk).startsWith("EVENT#")).length,
    recounted: 2,
    afterHead: 0,
    isOwnKey: false,
    head: { day: "2026-03-04" },
    manifest: { purpose: "年度审计" },
  });
  const script = "import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).testzip())";
  expect(String(execFileSync("python3", ["-c", script, file])).trim()).toBe("None");
});

test("the tree is proved to begin with the head that the auditor holds; of one of another tree it is said that it does not", async () => {
  const proved = join(dir, "proved.zip");
  const request = { file: proved, purpose: "x", now, key: ours.text };
  await writeExport(world.store, { ...request, since: headOf("2026-03-02") });
  expect(await codesIn(proved)).toEqual([]);
  const proofs = await textsOf(proved);
  const other = damaged(proofs, {
    [partNames.consistency]: ([line = ""]) => [line.replace(/"size":\d+/, '"size":1')],
  });
  expect(await codesIn(withNewManifest(other))).toEqual(["proof-wrong"]);
  const head = { ...headOf("2026-03-02"), root: "00".repeat(32) };
  expect(await writeExport(world.store, { ...request, since: head })).toMatchObject({ extendsHeld: false });
  expect(await codesIn(proved)).toEqual(["not-extended"]);
  expect(await codesIn(file, { keys: [ours.key], head })).toEqual(["not-extended"]);
});

test("bad files get a clear answer", async () => {
  const bad = join(dir, "bad.zip");
  writeFileSync(bad, "not a zip");
  expect(await codesIn(bad)).toEqual(["not-readable"]);
  writeFileSync(bad, readFileSync(file));
  truncateSync(bad, 3_000);
  expect(await codesIn(bad)).toEqual(["not-readable"]);
  const later = (texts.get(partNames.manifest) ?? "").replace('"version": 3', '"version": 4');
  expect(await codesIn(new Map([...texts, [partNames.manifest, later]]))).toEqual(["foreign-format"]);
  expect(await codesIn(file, { keys: [theirs.key] })).toContain("head-unsigned");
});

test("the page that checks lies in it, is covered by the manifest and named in README.txt", async () => {
  const withPage = join(dir, "page.zip");
  const { page = "", said } = await pageForExport();
  expect(said).toMatch(/^verify\.html SHA-256 [0-9a-f]{64}$/);
  await writeExport(world.store, { file: withPage, purpose: "x", now, key: ours.text, verifierPage: page });
  const held = await textsOf(withPage);
  expect(held.get(partNames.verifier)).toBe(page);
  expect(held.get(partNames.readme)).toContain("open verify.html from disk");
  expect(await codesIn(held)).toEqual([]);
  const { parts } = JSON.parse(held.get(partNames.manifest) ?? "");
  const told = parts.find(({ name }: { name: string }) => name === partNames.verifier);
  expect(said).toContain(told.sha256);
  expect(await codesIn(new Map([...held, [partNames.verifier, `${page} `]]))).toEqual(["part-altered"]);
  const gone = new Map([...held].filter(([name]) => name !== partNames.verifier));
  expect(await codesIn(gone)).toContain("part-missing");
  expect(await codesIn(withNewManifest(gone))).toEqual(["part-altered"]);
});

test("without the page the export says so, one that was built before is taken, and earlier exports still agree", async () => {
  const build = () => Promise.reject(new Error("no esbuild"));
  const kept = join(dir, "kept.html");
  expect(await pageForExport({ build, kept })).toEqual({
    said: "导出中没有 the export holds NO verify.html: no esbuild",
  });
  expect(texts.get(partNames.readme)).toContain("verify.html        not in this file");
  writeFileSync(kept, "<!doctype html>");
  expect(await pageForExport({ build, kept })).toMatchObject({
    page: "<!doctype html>",
    said: expect.stringContaining("as it was built before"),
  });
  const manifest = (texts.get(partNames.manifest) ?? "").replace('"version": 3', '"version": 2');
  const earlier = [
    [partNames.manifest, manifest],
    [partNames.readme, readmeText(headOf("2026-03-04"))],
  ] as const;
  expect(await codesIn(withNewManifest(new Map([...texts, ...earlier])))).toEqual([]);
});

const scopes: readonly [scope: string, people: string[]][] = [
  ["officer:100001", ["c1-100001"]],
  ["cohort:c1", ["c1-100001", "c1-100002"]],
  ["cohort:c2", []],
  ["unit:420102-2", ["c1-100002"]],
  ["unit:420102", ["c1-100001", "c1-100002"]],
  ["period:2026-03-03..2026-03-03", ["c1-100001"]],
];
test.each(scopes)(
  "of %s it holds these people with what their counts rest on, and agrees",
  async (scope, people) => {
    const some = join(dir, "some.zip");
    const request = { file: some, purpose: "x", now, key: ours.text, scope: scopeWritten(scope) };
    await writeExport(world.store, request);
    const { findings, recounted, manifest } = await verifyExport(await openAsBlob(some), {
      keys: [ours.key],
    });
    expect([findings.map(findingLine), recounted, manifest?.scope]).toEqual([
      [],
      people.length,
      scopeWritten(scope),
    ]);
    const lines = ((await textsOf(some)).get(partNames.records) ?? "").split("\n").slice(0, -1);
    const held = lines.map((line) => JSON.parse(line)).filter(({ kind }) => kind === "secondment");
    expect(new Set(held.map((each) => each.id))).toEqual(new Set(people));
  },
);

test.each(["everything", "cohort:", "period:2026-03-03", "period:2026-03-03..2026-03-02", "officer:"])(
  "%s is no scope",
  (written) => expect(scopeWritten(written)).toBeUndefined(),
);

const isOfPerson = (line: string) => line.includes(`"kind":"secondment","id":"${id}"`);
const without = (lines: string[]) => lines.filter((line) => !isOfPerson(line));
const lastOf = (lines: string[]) => lines.findLastIndex(isOfPerson);
const swapped = (all: string[], at: number) => all.with(at, all[at + 1] ?? "").with(at + 1, all[at] ?? "");
const replaced = (from: string, to: string) => (all: string[]) =>
  all.map((line) => line.replaceAll(from, to));
/** The sixteenth member of the text of a summary: the days that count. */
const counted = (line: string) => {
  const read = JSON.parse(line);
  return read.id === id
    ? JSON.stringify({ ...read, summary: JSON.stringify(JSON.parse(read.summary).with(15, 9)) })
    : line;
};

const damages: readonly [what: string, damage: Damage, found: FindingCode][] = [
  [
    "a record and its trail are gone",
    { "records.jsonl": without, "events.jsonl": without },
    "record-removed",
  ],
  ["a record is gone, its trail is not", { "records.jsonl": without }, "events-without-record"],
  ["the last event is gone", { "events.jsonl": (all) => all.toSpliced(lastOf(all), 1) }, "chain-missing"],
  [
    "an event comes twice",
    { "events.jsonl": (all) => all.flatMap((line, at) => (at === lastOf(all) ? [line, line] : [line])) },
    "chain-missing",
  ],
  [
    "two events change places",
    { "events.jsonl": (all) => swapped(all, lastOf(all) - 1) },
    "chain-broken-link",
  ],
  [
    "a person has another post",
    { "records.jsonl": replaced("挂职副所长", "挂职所长") },
    "chain-altered-record",
  ],
  [
    "an event says another day",
    { "events.jsonl": replaced("2026-03-06", "2026-03-05") },
    "chain-altered-event",
  ],
  ["a record comes twice", { "records.jsonl": (all) => [...all, all[0] ?? ""] }, "record-doubled"],
  ["a list says other days", { "records.jsonl": (all) => all.map(counted) }, "count-differs"],
  ["a leaf is gone", { "leaves.jsonl": (all) => all.slice(1) }, "head-other-tree"],
  ["the tree is cut off", { "leaves.jsonl": (all) => all.slice(0, -1) }, "head-other-tree"],
  ["a leaf is put in", { "leaves.jsonl": (all) => [...all, all[0] ?? ""] }, "leaves-beyond"],
  ["leaves change places", { "leaves.jsonl": (all) => swapped(all, 0) }, "head-other-tree"],
  ["a head says another size", { "checkpoints/2026-03-02.txt": (all) => all.with(1, "1") }, "head-unsigned"],
  [
    "a head is that of another day",
    { "checkpoints/2026-03-02.txt": () => (ours.notes.get("2026-03-03") ?? "").slice(0, -1).split("\n") },
    "head-other-tree",
  ],
  [
    "a scheme says another limit",
    {
      "schemes/secondment/literal@2.json": (all) =>
        all.map((line) => line.replace('"limitDays":15', '"limitDays":16')),
    },
    "rules-differ",
  ],
  [
    "a day of the calendar is another one",
    { "calendar/0.json": (all) => all.map((line) => line.replace('"working":true', '"working":false')) },
    "rules-differ",
  ],
  ["the key is another one", { "checkpoints/key.txt": () => [theirs.text] }, "key-other"],
];

test.each(damages)("%s: found, with the old manifest and with a new one", async (_, damage, found) => {
  const after = damaged(texts, damage);
  expect(await codesIn(withNewManifest(after))).toContain(found);
  expect(await codesIn(after)).toContain("part-altered");
});

test("a chain that was forged with its hashes is not the one that went into the tree", async () => {
  const after = rewritten(texts, { kind: "secondment", id }, (text) =>
    text.replace("挂职副所长", "挂职所长"),
  );
  const { findings } = await verifyParts(partsIn(withNewManifest(after)), { keys: [ours.key] });
  expect(findings.map(findingLine)).toEqual([
    `secondment ${id}: 与当日入树的操作记录不符 / its trail is not the one that went into the tree on that day (2026-03-03 v5)`,
  ]);
});

test("an export bears its name only once it is whole, and says at once where it cannot be written", async () => {
  const request = { purpose: "x", now, key: ours.text };
  const nowhere = join(dir, "nowhere", "export.zip");
  await expect(writeExport(world.store, { ...request, file: nowhere })).rejects.toThrow("ENOENT");
  const refused = join(dir, "refused.zip");
  const { store } = await openEmptyWorld("2026-03-02");
  await expect(writeExport(store, { ...request, file: refused })).rejects.toThrow(ExportError);
  expect(readdirSync(dir).filter((name) => name.startsWith("refused"))).toEqual([]);
});

test("a damage of the end of any part is found", async () => {
  const missed: string[] = [];
  for (const [name, text] of texts)
    for (const how of ["bit", "cut", "doubled", "dropped", "inserted"]) {
      if (name === partNames.manifest || text === "") continue;
      const after = new Map([...texts, [name, hurt(text, text.length - 1, how)]]);
      if ((await codesIn(withNewManifest(after))).length === 0) missed.push(`${name} ${how}`);
    }
  expect(missed).toEqual([]);
});

function hurt(text: string, at: number, how: string): string {
  const [before, here, after] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1)];
  if (how === "cut") return before;
  if (how === "doubled") return before + here + here + after;
  if (how === "dropped") return before + after;
  if (how === "inserted") return `${before}#${here}${after}`;
  return before + String.fromCharCode(here.charCodeAt(0) ^ 1) + after;
}

test("what is written after the last head is told apart", async () => {
  const later = join(dir, "later.zip");
  await reportIn(world, "c1-100002");
  await writeExport(world.store, { file: later, purpose: "x", now, key: ours.text });
  expect(await verifyExport(await openAsBlob(later), { keys: [ours.key] })).toMatchObject({
    findings: [],
    afterHead: 1,
  });
});
