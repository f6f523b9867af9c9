import { afterAll, expect, test } from "vitest";
import { beginImport, importWhen, serviceNumbersOf } from "./importing.ts";
import { type Product, saidBy, scratchDir, signIn, startProduct } from "./running.ts";

const people = 800;
const { dir, remove } = scratchDir();
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
