import { createWriteStream, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { writeExport } from "@dunmiao/workflow/auditExport/writeExport";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ZipFile } from "yazl";
import { rewritten, textsOf, withNewManifest } from "../../../operate/test/damage.ts";
import { lived, paperOf, scratch, signer } from "../../../operate/test/exportWorld.ts";
import { verifierPage } from "../../../verifier/build.ts";
import { hasBrowser, launchBrowser } from "../../../web/test/ui/browser.ts";

/** What a Chromium of five years ago has not. */
const takeAway = `
  for (const name of ["at", "findLast", "findLastIndex", "toReversed", "toSorted", "toSpliced", "with"])
    delete Array.prototype[name];
  for (const [of, names] of [
    [String.prototype, ["at", "isWellFormed", "toWellFormed"]],
    [Set.prototype, ["union", "difference", "intersection", "isSubsetOf", "isSupersetOf", "isDisjointFrom", "symmetricDifference"]],
    [Object, ["hasOwn", "groupBy"]], [Map, ["groupBy"]], [Promise, ["withResolvers", "try"]], [Array, ["fromAsync"]],
    [Iterator.prototype, ["map", "filter", "take", "drop", "toArray", "some", "every", "find", "reduce", "forEach", "flatMap"]],
    [ReadableStream.prototype, [Symbol.asyncIterator, "values"]], [ReadableStream, ["from"]], [Uint8Array, ["fromBase64", "fromHex"]],
    [Uint8Array.prototype, ["toBase64", "toHex"]], [globalThis, ["DecompressionStream", "structuredClone", "Iterator"]],
  ]) for (const name of names) delete of[name];
  delete Crypto.prototype.subtle;`;

describe.skipIf(!hasBrowser)("the verifier as a page from disk (skipped without Chromium)", () => {
  const ours = signer();
  const theirs = signer();
  const dir = scratch();
  const [whole, hurt, pageFile, paper] = ["whole.zip", "hurt.zip", "verify.html", "one.tlog-proof"].map(
    (name) => join(dir, name),
  );
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    const world = await lived(ours.anchor);
    const request = { purpose: "年度审计", now: "2026-03-05T01:00:00.000Z", key: ours.text };
    await writeExport(world.store, { ...request, file: whole ?? "" });
    const forged = rewritten(await textsOf(whole ?? ""), { kind: "secondment", id: "c1-100001" }, (text) =>
      text.replace("挂职副所长", "挂职所长"),
    );
    const zip = new ZipFile();
    for (const [name, text] of withNewManifest(forged)) zip.addBuffer(Buffer.from(text), name);
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(hurt ?? ""));
    writeFileSync(pageFile ?? "", await verifierPage());
    writeFileSync(paper ?? "", await paperOf(world, "c1-100001", ours.notes.get("2026-03-04") ?? ""));
    browser = await launchBrowser();
    context = await browser.newContext({
      locale: "zh-CN",
      offline: true,
      viewport: { width: 390, height: 844 },
    });
    await context.addInitScript(takeAway);
    page = await context.newPage();
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error.stack)));
    await page.goto(pathToFileURL(pageFile ?? "").href);
  });
  afterAll(async () => {
    await browser?.close();
    await rm(dir, { recursive: true, force: true });
  });

  async function check(file: string | undefined, button: string, key: string): Promise<string> {
    await page.locator("#file").setInputFiles(file ?? "");
    await page.locator("#key").fill(key);
    await page.getByRole("button", { name: button, exact: true }).click();
    return (await page.locator("#result").textContent()) ?? "";
  }

  async function expectSound(): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
  }

  test("an untouched export passes, a damaged one is named, and what is wrong with an entry stands beside it", async () => {
    await page.locator("#head").fill(ours.notes.get("2026-03-02") ?? "");
    expect(await check(whole, "核验", ours.text)).toBe("一致：没有发现不符之处");
    await page.getByText("2026-03-02: 哈希树从它延续而来").waitFor();
    await expectSound();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByText("Agrees: nothing was found that does not").waitFor();
    expect(await check(hurt, "Check", ours.text)).toBe("Does not agree: 1");
    const finding = "its trail is not the one that went into the tree on that day";
    await page.getByRole("row", { name: `secondment c1-100001 ${finding} 2026-03-03 v5` }).waitFor();
    await expectSound();
    await page.locator("#key").fill(theirs.text);
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await page.locator("#head-error", { hasText: "This key did not sign the head" }).waitFor();
    await page.locator("#head").fill("");
    expect(await check(pageFile, "Check", "")).toBe("Does not agree: 1");
    await page.getByText("the file cannot be read, or is cut off").waitFor();
    await page.locator("#head").fill(ours.notes.get("2026-03-04") ?? "");
    expect(await check(paper, "Check", "")).toBe("Agrees: nothing was found that does not");
    await page.getByText("the record is in the tree, and what is said of it is in it").waitFor();
    await expectSound();
    await page.locator("#head").fill(ours.notes.get("2026-03-03") ?? "");
    expect(await check(paper, "Check", "")).toBe("Does not agree: 1");
    expect(complaints).toEqual([]);
  });
});
