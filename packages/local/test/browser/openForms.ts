import type { BrowserContext } from "playwright-core";
import { expect } from "vitest";
import { jsonOf, signInAs } from "./site.ts";

type Todo = { about: string; whose: string; href: string; hostStation: { code: string } };
type Filed = { id: string; form: string; state: string };
/** A form that the station has begun, a month that it has to confirm, a form that was filed; and the stations. */
export type FormPlaces = Record<
  "form" | "formStation" | "attendance" | "attendanceStation" | "filed",
  string
>;

/** Finds forms in every state in the demo cohort, and leaves a draft that can be checked; HR is at the desk again. */
export async function prepareForms(context: BrowserContext, strange: string): Promise<FormPlaces> {
  const { items }: { items: Todo[] } = await jsonOf(context, "/tasks?whose=all&what=file-form");
  const waiting = (key: RegExp) => {
    const found = items.find(({ about, whose }) => whose === "station" && key.test(about));
    if (!found) throw new Error(`no form waits that is ${key}`);
    return found;
  };
  const form = waiting(/^mid-term$/);
  const attendance = waiting(/^attendance/);
  await signInAs(context, { persona: "station", unit: form.hostStation.code });
  const evidence = [{ area: "basic-work", month: "2025-11", text: strange }];
  const data = { text: strange, grade: "excellent", evidence };
  const headers = { Accept: "application/json" };
  const checked = await context.request.post(`${form.href}/check`, { headers, data });
  expect(checked.ok(), await checked.text()).toBe(true);
  await signInAs(context, { persona: "hr" });
  return {
    form: form.href,
    formStation: form.hostStation.code,
    attendance: attendance.href,
    attendanceStation: attendance.hostStation.code,
    filed: await filedForm(context),
  };
}

async function filedForm(context: BrowserContext): Promise<string> {
  const { items }: { items: { id: string }[] } = await jsonOf(context, "/secondments?status=serving");
  for (const { id } of items) {
    const { assessments }: { assessments: Filed[] } = await jsonOf(context, `/secondments/${id}`);
    const filed = assessments.find(({ form, state }) => form !== "attendance" && state === "submitted");
    if (filed) return `/secondments/${id}/assessments/${filed.id}`;
  }
  throw new Error("no form was filed");
}
