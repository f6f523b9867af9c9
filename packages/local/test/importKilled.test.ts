import { afterAll, expect, test } from "vitest";
import { beginImport, importWhen, serviceNumbersOf } from "./importing.ts";
import { type Product, scratchDir, signIn, startProduct } from "./running.ts";

const people = 2_000;
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
    name: "分局经办 1 号",
  });
  const { cohort, checked, confirmed } = await beginImport(hr, people);
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
}, 300_000);
