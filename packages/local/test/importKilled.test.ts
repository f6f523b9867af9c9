import { setTimeout } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { cohortFile, personRow, unitRows } from "../../web/test/importFile.ts";
import { type Product, type Said, saidBy, scratchDir, signIn, startProduct } from "./running.ts";

const people = 2_000;
const stations = 20;
const { dir, remove } = scratchDir();
let product: Product | undefined;

afterAll(async () => {
  await product?.end();
  remove();
});

test("kill −9 in the middle of a 2,000-row import, restart: it finishes, and every row is there once", async () => {
  product = await startProduct(dir, "--empty", "--today", "2026-03-02");
  const hr = await signIn(product.url, { persona: "hr" });
  expect((await signIn(product.url, { persona: "branch" })).said.actor).toEqual({
    id: "demo-branch",
    role: "branch",
  });
  const created = await hr.post("/cohorts", { name: "第二批", scheme: "literal", startsOn: "2026-03-16" });
  const cohort = (await saidBy(created)).id;
  const rows = Array.from({ length: people }, (_, at) =>
    personRow(at, `B${at % stations}-S0`, { post: `挂职副所长${Math.floor(at / stations)}` }),
  );
  const form = new FormData();
  form.set("file", new File([Uint8Array.from(await cohortFile(rows, unitRows(stations, 1)))], "名单.xlsx"));
  const checked = await saidBy(hr.upload(`/cohorts/${cohort}/imports`, form));
  expect(checked).toMatchObject({ status: "checked", errors: [] });
  expect((await hr.post(`/imports/${checked.id}/confirm`)).status).toBe(200);

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
}, 300_000);

type Person = Awaited<ReturnType<typeof signIn>>;

async function importWhen(hr: Person, id: string, isSo: (progress: Said) => boolean): Promise<Said> {
  for (;;) {
    const progress = await saidBy(hr.get(`/imports/${id}`));
    if (isSo(progress)) return progress;
    await setTimeout(100);
  }
}

async function serviceNumbersOf(hr: Person, cohort: string): Promise<string[]> {
  const numbers: string[] = [];
  let cursor: string | undefined = "";
  while (cursor !== undefined) {
    const page = await saidBy(hr.get(`/secondments?cohort=${cohort}&cursor=${encodeURIComponent(cursor)}`));
    numbers.push(...page.items.map((each: Said) => each.officer.serviceNumber));
    cursor = page.cursor;
  }
  return numbers;
}
