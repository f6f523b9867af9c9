import { expect } from "vitest";
import { tabTo } from "./keys.ts";
import { expectSound as lookAt } from "./looks.ts";
import { jsonOf, signInAs, type Visit } from "./site.ts";

export type Person = { path: string; officer: string; station: string };
const reason = "两起案件 <b>尚在</b> 办理";

/** What looks at a page is a script itself. */
export async function expectSound(visit: Visit): Promise<void> {
  if (visit.javaScript) await lookAt(visit);
}

/** The officer asks, first for too long. */
export async function askFor(visit: Visit, { path, officer }: Person): Promise<void> {
  const { page, text, context } = visit;
  const words = text.extensionPage;
  await signInAs(context, { persona: "officer", serviceNumber: officer });
  await page.goto(path);
  await page.locator(`a[href="${path}/extension"]`).first().click();
  const ask = page.getByRole("button", { name: words.ask });
  await page.getByLabel(words.months, { exact: true }).fill("13");
  await page.getByLabel(words.reason, { exact: true }).fill(reason);
  await ask.click();
  await page.locator(".govuk-error-summary:focus").waitFor();
  expect(await page.getByLabel(words.reason, { exact: true }).inputValue()).toBe(reason);
  await expectSound(visit);
  await page.getByLabel(words.months, { exact: true }).fill("6");
  await ask.click();
  await page.getByText(words.states.requested).first().waitFor();
}

/** The host answers with the keyboard alone. */
export async function hear(
  visit: Visit,
  { path, station }: Person,
  act: "host" | "sending" | "decide",
): Promise<void> {
  const { page, text, context } = visit;
  const words = text.extensionPage;
  const [persona, unit] = { host: ["station", station], sending: ["sending", "A1"], decide: ["approver"] }[
    act
  ];
  await signInAs(context, { persona: persona ?? "", ...(unit && { unit }) });
  await page.goto(`${path}/extension`);
  await expectSound(visit);
  const yes = page.getByLabel(words.answers[act].true, { exact: true });
  const why = page.getByLabel(words.reason, { exact: true });
  const send = page.getByRole("button", { name: words.answer[act], exact: true });
  if (act === "host") {
    await tabTo(page, yes);
    await page.keyboard.press("Space");
    await tabTo(page, why);
    await page.keyboard.type("Agreed <i>at</i> the station");
    await tabTo(page, send);
    await page.keyboard.press("Enter");
  } else {
    await yes.check();
    await why.fill(reason);
    await send.click();
  }
  const after = { host: "host-heard", sending: "sending-heard", decide: "granted" } as const;
  await page.getByText(words.states[after[act]]).first().waitFor();
}

/** The old record leads to the new one and back. */
export async function seeBothRecords(visit: Visit, { path }: Person): Promise<void> {
  const { page, context } = visit;
  await expectSound(visit);
  await page.goto(path);
  const further = (await jsonOf(context, `${path}/extension`)).extension.continuedBy;
  await page.locator(`a[href="/secondments/${further}"]`).first().click();
  await page.getByText("2026-03-03").first().waitFor();
  await page.locator(`a[href="${path}"]`).first().click();
  await page.waitForURL(new RegExp(`${path}$`));
  const { term } = await jsonOf(context, `/secondments/${further}`);
  expect(term).toEqual({ from: "2026-03-03", to: "2026-09-02" });
}
