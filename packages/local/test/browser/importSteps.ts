import type { Visit } from "./site.ts";

/** Uploads a workbook on the import page that is open. */
export async function upload({ page, text }: Visit, buffer: Buffer): Promise<void> {
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await page.getByLabel(text.importPage.file).setInputFiles({ name: "名单.xlsx", mimeType, buffer });
  await page.getByRole("button", { name: text.importPage.upload }).click();
}

/** The row of what would be done with records of this name; other tables of the page have the word in their headings too. */
export function wouldRow({ page }: Visit, name: string) {
  return page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
}

/** Confirms and waits for the end: with its script the page gets there by itself, without it by Refresh. Answers the rows refused. */
export async function confirm({ page, text, javaScript }: Visit): Promise<number> {
  await page
    .getByRole("button", { name: new RegExp(text.importPage.confirm({ rows: "\\d+", more: 0 })) })
    .click();
  const any = { created: "\\d+", alreadyThere: "\\d+", refused: "\\d+" };
  const banner = page
    .locator(".govuk-notification-banner")
    .filter({ hasText: new RegExp(text.importPage.finished(any)) });
  const refresh = page.getByRole("link", { name: text.common.refresh });
  while (!javaScript && (await banner.or(refresh).first().textContent()) === text.common.refresh)
    await refresh.click();
  await banner.waitFor();
  return page.locator("table tbody tr").count();
}
