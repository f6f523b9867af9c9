import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { codeAt } from "@dunmiao/store/oneTimeCode";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasBrowser, launchBrowser } from "../../../web/test/ui/browser.ts";
import { textFor } from "../../../web/test/ui/texts.ts";
import { type Product, scratchDir, startServing } from "../running.ts";
import { expectSound } from "./looks.ts";
import { scripted } from "./site.ts";

const passphrase = "梧桐 松针 青石 渡口 木桥 长亭";

describe.skipIf(!hasBrowser)("real people (skipped without Chromium)", () => {
  const { dir, remove } = scratchDir();
  let browser: Browser;
  const running: Product[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    for (const product of running) await product.end();
    remove();
  });

  /** An installation of its own, at the address that people use. */
  async function served(name: string): Promise<{ url: string; link: string }> {
    const dataDir = join(dir, name);
    const url = `http://127.0.0.1:${await freePort()}`;
    const env = { PUBLIC_URL: url, PORT: new URL(url).port, BUREAU_NAME: "示例市公安局" };
    running.push(await startServing(dataDir, env));
    return { url, link: readFileSync(join(dataDir, "first-administrator.txt"), "utf8").trim() };
  }

  test.each(scripted)(
    "from the first link to accounts that only two hands make, in $language",
    async ({ language, javaScript }) => {
      const { url, link } = await served(language);
      const context = await browser.newContext({ baseURL: url, javaScriptEnabled: javaScript });
      await context.addCookies([{ name: "lang", value: language, url }]);
      const text = textFor(language);
      const [words, accounts] = [text.signInPage, text.accountPage];
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      const sound = () => expectSound({ page, text, context, javaScript });
      const press = (name: string) => page.getByRole("button", { name, exact: true }).click();

      await page.goto(link);
      await sound();
      await page.getByLabel(words.yourNumber).fill("100001");
      await page.getByLabel(words.yourName).fill("一号");
      await page.getByLabel(words.newPassphrase).fill("short");
      await page.getByLabel(words.otherNumber).fill("100002");
      await page.getByLabel(words.otherName).fill("二号");
      await press(text.common.save);
      await page.locator(".govuk-error-summary").waitFor();
      await sound();
      expect(await page.getByLabel(words.otherName).inputValue()).toBe("二号");
      await page.getByLabel(words.newPassphrase).fill(passphrase);
      await press(text.common.save);
      const invitation = (await page.locator(".dm-secret").textContent()) ?? "";
      expect((await page.goto(link))?.status()).toBe(409);

      await setFactor(page, { words, sound, press });
      for (const path of [
        "/account/passphrase",
        "/account/recovery-codes",
        "/accounts",
        "/accounts/import",
        "/accounts/links",
        "/accounts/stale",
      ]) {
        await page.goto(path);
        await sound();
      }
      await page.goto("/accounts/new");
      await sound();
      await page.getByLabel(accounts.number).fill("200001");
      await page.getByLabel(accounts.name, { exact: true }).fill("三号");
      await press(text.common.save);
      await page.waitForURL(/\/accounts\/200001/);
      await sound();
      // Who opens accounts gives no role.
      expect(await page.getByRole("button", { name: accounts.grant }).count()).toBe(0);

      await context.clearCookies({ name: "dunmiao" });
      await page.goto(invitation);
      await sound();
      await page.getByLabel(words.newPassphrase).fill(passphrase);
      await press(words.setPassphrase);
      await page.waitForURL(/\/sign-in/);
      await sound();
      expect((await page.goto(invitation))?.status()).toBe(409);

      // The other hand: the code beside the link, for one account and as a sheet.
      await page.goto("/sign-in");
      await page.getByLabel(words.number).fill("100002");
      await page.getByLabel(words.passphrase, { exact: true }).fill(passphrase);
      await press(words.signIn);
      await page.waitForURL((at) => at.pathname !== "/sign-in");
      await setFactor(page, { words, sound, press });
      await page.goto("/accounts/codes");
      await sound();
      await page.goto("/accounts/200001");
      await sound();
      await press(accounts.issueCode);
      expect(await page.locator(".dm-secret").textContent()).toMatch(/^\d{8}$/);
      await sound();
      await context.close();
    },
  );

  type Steps = {
    words: ReturnType<typeof textFor>["signInPage"];
    sound: () => Promise<void>;
    press: (name: string) => Promise<void>;
  };
  async function setFactor(page: Page, { words, sound, press }: Steps): Promise<void> {
    await page.goto("/account");
    await sound();
    await page.goto("/account/second-factor");
    await sound();
    const secret = await page.locator("input[name=secret]").inputValue();
    await page.getByLabel(words.newCode).fill(codeAt(secret, new Date()));
    await press(words.setFactor);
    await page.getByText(words.recoveryIntro).waitFor();
    await sound();
  }
});

/** A port that nobody listens on just now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
