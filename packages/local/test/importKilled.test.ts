import { afterAll, expect, test } from "vitest";
import { personRow } from "../../web/test/importFile.ts";
import { beginImport, importWhen, serviceNumbersOf } from "./importing.ts";
import { type Product, type Said, saidBy, scratchDir, signIn, startProduct } from "./running.ts";

const people = 800;
const { dir, remove } = scratchDir();
const posts = 400;
let product: Product | undefined;

afterAll(async () => {
  await product?.end();
  remove();
});

test("kill −9 in the middle of a deployment of 800 with a partner each, restart: it finishes, and every row is there once", async () => {
  product = await startProduct(dir, "--empty", "--today", "2026-03-02");
  const hr = await signIn(product.url, { persona: "hr" });
  expect((await signIn(product.url, { persona: "branch" })).said.actor).toEqual({
    id: "demo-branch",
    role: "branch",
    name: "分局经办 1 号",
  });
  const { cohort, checked, confirmed } = await beginImport(hr, people, 20, true);
  expect(checked).toMatchObject({ status: "checked", errors: [] });
  expect(confirmed.status).toBe(200);

  const underWay = await importWhen(hr, checked.id, ({ done }) => done > 300);
  expect(underWay.status).not.toBe("finished");
  await product.kill();

  product = await startProduct(dir);
  const again = await signIn(product.url, { persona: "hr" });
  const finished = await importWhen(again, checked.id, ({ status }) => status === "finished");
  expect(finished).toMatchObject({ done: finished.total, refused: [] });
  const numbers = await serviceNumbersOf(again, cohort);
  expect(numbers).toHaveLength(people);
  expect(new Set(numbers).size).toBe(people);
  // A pair has the id of its secondment: as many are each with theirs.
  expect(await saidBy(again.get("/pairs/summary"))).toMatchObject({ pairs: people });
}, 300_000);

test("kill −9 in the middle of a list of 400 concurrent posts of these people: it finishes, and every post is there once", async () => {
  if (!product) throw new Error("nothing runs");
  const hr = await signIn(product.url, { persona: "hr" });
  const school = { code: "XX-1", kind: "school", name: "第一小学", unit: "B0" };
  expect((await hr.post("/places", { places: [school] })).status).toBe(200);
  const rows = Array.from({ length: posts }, (_, at) => {
    const [number, name] = personRow(at, "B0-S0");
    return `${number},${name},第一小学,法治副校长,区教育局,2026-03-01,2027-02-28`;
  });
  const form = new FormData();
  form.set("pasted", ["警号,姓名,地点,职务,聘任单位,起始日,截止日", ...rows].join("\n"));
  const checked = await saidBy(hr.upload("/posts/import", form));
  expect(checked).toMatchObject({ status: "checked", total: posts, errors: [] });
  expect((await hr.post(`/imports/${checked.id}/confirm`)).status).toBe(200);

  const underWay = await importWhen(hr, checked.id, ({ done }) => done > 0);
  expect(underWay.status).not.toBe("finished");
  await product.kill();

  product = await startProduct(dir);
  const again = await signIn(product.url, { persona: "hr" });
  const finished = await importWhen(again, checked.id, ({ status }) => status === "finished");
  expect(finished).toMatchObject({ done: posts, total: posts, refused: [] });
  const numbers: string[] = [];
  for (let cursor: string | undefined = ""; cursor !== undefined; ) {
    const page: Said = await saidBy(again.get(`/posts?cursor=${encodeURIComponent(cursor)}`));
    numbers.push(...page.items.map((each: Said) => each.officer.serviceNumber));
    cursor = page.cursor;
  }
  expect(numbers).toHaveLength(posts);
  expect(new Set(numbers).size).toBe(posts);
}, 300_000);
