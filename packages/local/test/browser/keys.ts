import type { Locator, Page } from "playwright-core";

const most = 200;

/** Goes on with the Tab key until the target has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((node) => node === node.ownerDocument.activeElement)) return;
  }
  throw new Error(`${String(target)} is not reached by Tab`);
}
