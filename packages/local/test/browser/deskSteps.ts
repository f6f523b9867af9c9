import type { Text } from "@dunmiao/web/ui/text";
import { localText } from "../../src/desk/text.ts";
import { jsonOf, placeOf, type Reading, type Visit } from "./site.ts";

/** Written by people into a field: shown as they wrote it, never taken for markup. */
export const cause = "外出 <b>照料</b> & <script>alert(1)</script>";
export type Facts = { class: keyof Text["absenceClass"]; from: string; to: string };
type Listed = { count: { pendingDays: number; countedDays: number } };

/** Somebody with few days and nothing pending, another one for each reading and each call. */
export async function calmPerson({ context }: Visit, reading: Reading) {
  const { items } = await jsonOf(context, "/secondments?status=serving&risk=below-10");
  const calm = items.filter((each: Listed) => each.count.pendingDays === 0 && each.count.countedDays <= 4);
  const { id, officer } = calm[placeOf(reading) * 2];
  return { id: String(id), serviceNumber: String(officer.serviceNumber) };
}

/** Days that count now, as JSON says. */
export async function countOf({ context }: Visit, id: string): Promise<number> {
  return (await jsonOf(context, `/secondments/${id}`)).count.countedDays;
}

/** Opens the form of a new absence from the person's page and fills it in. */
export async function fillFacts({ page, text }: Visit, id: string, facts: Facts): Promise<void> {
  const words = text.absenceForm;
  await page.goto(`/secondments/${id}`);
  await page.getByRole("link", { name: text.secondmentPage.addAbsence }).click();
  await page.getByLabel(words.class, { exact: true }).selectOption(facts.class);
  await page.getByLabel(words.from, { exact: true }).fill(facts.from);
  await page.getByLabel(words.to, { exact: true }).fill(facts.to);
  await page.getByLabel(text.form.optional({ label: text.absence.fact.cause })).fill(cause);
}

/** Records an absence; the page then stands on its line. */
export async function record(visit: Visit, id: string, facts: Facts): Promise<void> {
  await fillFacts(visit, id, facts);
  await visit.page.getByRole("button", { name: visit.text.absenceForm.save }).click();
  await visit.page.waitForURL(/#absence-a\d+$/);
}

/** Opens the last absence by the link in its line. */
export async function openAbsence({ page }: Visit, label: string): Promise<void> {
  await page.locator("tr[id^='absence-']").last().getByRole("link", { name: label }).click();
  await page.waitForURL(/\/absences\/a\d+/);
}

/** Switches who is at the desk by the band of the demonstration; the page stays. */
export async function become({ page, text }: Visit, role: "approver" | "hr"): Promise<void> {
  const band = page.locator(".dm-band");
  await band.locator("#demo-persona").selectOption(role);
  await band.getByRole("button", { name: localText(text.language).switchTo }).click();
  await page.locator(".dm-role", { hasText: text.role[role] }).waitFor();
}

/** Signs in as somebody of whom there are many. */
export async function signInOnPage(
  { page, text }: Visit,
  who: { persona: "officer"; serviceNumber: string },
) {
  const words = localText(text.language);
  await page.goto("/local/sign-in");
  await page.getByLabel(words.what[who.persona]).check();
  await page.locator("main").getByText(words.moreOptions).click();
  await page.getByLabel(words.serviceNumber).fill(who.serviceNumber);
  await page.getByRole("button", { name: words.asPersona }).click();
  await page.locator(".dm-role", { hasText: text.role.officer }).waitFor();
}
