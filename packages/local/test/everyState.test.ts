import { personRoles } from "@dunmiao/domain/actor";
import { wecomText } from "@dunmiao/workflow/wecom";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../../web/test/app.ts";
import { damageRow, everyState } from "./everyState.ts";
import { offersOf, withoutActs } from "./offered.ts";
import { expectSameInFile, isDraft, type Opens, opened } from "./pagesAndFiles.ts";
import { kindOf, linksOf, visibleText } from "./pageWalk.ts";
import { faultsOf } from "./readable.ts";
import { seenOn } from "./seenTables.ts";

type World = Awaited<ReturnType<typeof everyState>>;
let world: World;
beforeAll(async () => {
  world = await everyState();
});

const today = "2026-03-02";
const languages = ["zh-CN", "en"] as const;
const readers: readonly (readonly [string, (of: World) => Client | Promise<Client>])[] = [
  ["hr", (of) => of.hr],
  ["approver", (of) => of.approver],
  ["branch", (of) => of.branch],
  ["station", (of) => of.station],
  ["sending", (of) => of.sending],
  ["inspector", (of) => of.inspector],
  ["auditor", (of) => of.auditor],
  ["officer with leave and a merge", (of) => of.officer("0021")],
  ["officer with findings", (of) => of.officer("0022")],
  ["officer with forms", (of) => of.officer("0011")],
  ["officer with a further term", (of) => of.officer("0012")],
  ["officer who was ruled on", (of) => of.officer("0001")],
];
/** Those whose files are compared: one of each role. */
const roles = readers.map(([who]) => who).slice(0, 8);
/** Lists narrowed and sorted: what is filtered out stands in no file, and rows keep the order that is shown. */
const asked = [
  "/",
  "/?whose=all",
  "/?whose=all&what=file-form",
  "/notifications",
  "/secondments?cohort=many",
  "/secondments?cohort=many&sex=female&sort=-name",
  "/secondments?sort=-used",
  "/secondments?host=B9&status=serving",
  "/secondments?cohort=nobody",
  "/units?q=%E6%89%80",
  "/officers?q=%E5%AD%A6",
  "/schemes/literal",
];

function roleOf(who = "") {
  const role = personRoles.find((each) => who.startsWith(each));
  if (!role) throw new Error(`no role in ${who}`);
  return role;
}

type Page = { path: string; isAsked: boolean; status: number; html: string };

/** Every state and one address of each kind that their pages offer; what one has no right to open is no fault of a state. */
async function pagesFor(client: Client, language: "zh-CN" | "en"): Promise<Page[]> {
  const waiting = [...asked, ...world.paths].map((path) => ({ path, isAsked: true }));
  const kinds = new Set<string>();
  const pages: Page[] = [];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { status, html } = await pageAt((path) => client.page(path, { language }), next.path);
    pages.push({ ...next, status, html });
    for (const path of linksOf(html)) {
      const kind = kindOf(path);
      if (kinds.has(kind)) continue;
      kinds.add(kind);
      waiting.push({ path, isAsked: false });
    }
  }
  return pages;
}

/** A page; anything else than a page is empty. */
async function pageAt(open: Opens, path: string) {
  const answer = await open(path);
  const isPage = answer.headers.get("Content-Type")?.startsWith("text/html") ?? false;
  return { status: answer.status, html: isPage ? await answer.text() : "" };
}

async function bookAt(open: Opens, path: string): Promise<[string, string]> {
  const book = await opened(open, path);
  return [path, book.flatMap(({ name, rows }) => [name, ...rows.flat()]).join("\n")];
}

describe.each(readers)("what %s is shown in every state", (who, clientOf) => {
  test.each(languages)(
    "reads as people speak, and comes as a file of what is seen, in %s",
    async (language) => {
      const client = await clientOf(world);
      const pages = await pagesFor(client, language);
      const bad = pages.filter(({ status, isAsked }) => status >= 500 || (status >= 400 && !isAsked));
      expect(bad.map(({ path, status }) => `${path} ${status}`)).toEqual([]);
      const shown = pages.filter(({ status }) => status < 400);
      expect(shown.length).toBeGreaterThan(12);
      const faults = new Map(
        shown.flatMap(({ path, html }) =>
          faultsOf(visibleText(html), { language, path }).map((hit) => [hit, path] as const),
        ),
      );
      expect(Object.fromEntries(faults)).toEqual({});
      const open = (path: string) => client.page(path, { language });
      // Files are compared for each role in one language, those of the next in the other; two pages of each kind.
      const at = roles.indexOf(who);
      if (languages.indexOf(language) !== at % 2) return;
      const withTables = shown.filter((page) => !isDraft(page) && /<table class="?dm-table/.test(page.html));
      const ofKind = Object.values(Object.groupBy(withTables, ({ path }) => kindOf(path)));
      const lists = withTables.filter(({ path }) => asked.includes(path));
      for (const { path } of new Set([...lists, ...ofKind.flatMap((pages) => pages?.slice(0, 2) ?? [])]))
        await expectSameInFile({ open, path }, today);
    },
  );
});

test.each([
  ["zh-CN", "谈心谈话"],
  ["en", "Private talk"],
] as const)("a to-do calls a checkpoint as the scheme of its person does, in %s", async (language, name) => {
  const html = await (await world.station.page("/", { language })).text();
  expect(seenOn(html).tables.flatMap(({ rows }) => rows.flat().map(({ text }) => text))).toContainEqual(
    expect.stringContaining(`${name} `),
  );
});

test("fewer rights never show more, and no page offers what the table does not permit", async () => {
  const clients = await Promise.all(readers.map(async ([, clientOf]) => clientOf(world)));
  const which = fc.record({
    reader: fc.nat(readers.length - 1),
    path: fc.constantFrom("/", "/", "/?whose=all", ...world.paths),
    without: fc.nat(0xffff),
  });
  const property = fc.asyncProperty(which, async ({ reader, path, without }) => {
    const [client, role] = [clients[reader], roleOf(readers[reader]?.[0])];
    const offered = async () => {
      const { html } = await pageAt((at) => client?.page(at) ?? Promise.reject(at), path);
      return offersOf(html, world.app);
    };
    const all = await offered();
    const taken = [...new Set(all.map(({ act }) => act))].filter((_, at) => (without >> at) % 2 === 1);
    const left = await withoutActs(role, taken, offered);
    expect(left.filter(({ act }) => taken.includes(act))).toEqual([]);
    const places = new Set(all.map(({ to }) => kindOf(to)));
    expect(left.filter(({ to }) => !places.has(kindOf(to)))).toEqual([]);
  });
  await fc.assert(property, { numRuns: 80 });
});

describe("what leaves the product", () => {
  test("says to a group of WeCom what is due, and nobody's name, number or code", () => {
    const told = world.messages.map((each) => wecomText([each])).join("\n");
    expect(new Set(world.messages.map(({ code }) => code)).size).toBeGreaterThan(3);
    expect(told).toContain("月度在岗确认 逾期未报");
    expect(told).not.toMatch(/学员|00\d\d/);
    expect(faultsOf(told, { language: "zh-CN", path: "" })).toEqual([]);
  });

  test.each(languages)("as a file without a page reads as people speak, in %s", async (language) => {
    const open = (path: string) => world.hr.page(path, { language });
    const problems = `${world.paths.find((path) => path.startsWith("/imports/"))}/problems.csv`;
    const texts = [
      ...["/secondments.csv?cohort=many", problems].map(async (path) => [
        path,
        await (await open(path)).text(),
      ]),
      ...["many", "running"].map(async (id) => bookAt(open, `/cohorts/${id}/workbook.xlsx`)),
    ];
    for (const [path = "", text = ""] of await Promise.all(texts)) {
      expect([path, text.length > 50]).toEqual([path, true]);
      expect([path, faultsOf(text, { language, path })]).toEqual([path, []]);
    }
  });
});

describe("a list with a row that cannot be read", () => {
  beforeAll(() => damageRow(world, "running-0026"));
  test.each(languages)(
    "leads to the record, says why in words and gives no file, in %s",
    async (language) => {
      const open = (path: string) => world.hr.page(path, { language });
      await open("/?whose=all");
      const { html } = await pageAt(open, "/?whose=all");
      const reason = { "zh-CN": "记录无法读取", en: "The record cannot be read" }[language];
      const [, flags = ""] =
        html.match(/<caption[^>]*>(?:系统未能完成的工作|Work that the system)(.*?)<\/table>/s) ?? [];
      expect(flags).toContain(reason);
      expect(flags).toContain("学员0026");
      expect(flags).not.toMatch(/running-0026|row-unreadable/);
      expect((await open("/?whose=all&as=xlsx")).status).toBe(500);
    },
  );
});
