import type { BrowserContext } from "playwright-core";
import { expect, vi } from "vitest";
import { firstDay } from "../seeded.ts";
import { fillTemplate, personRow } from "./cohortFile.ts";
import { jsonOf } from "./site.ts";

/** The cohort's name and first day, and at which station somebody serves when it is not the one of their own number. */
type Upload = { name?: string; startsOn?: string; stationOf?: (number: number) => number };

/** Brings a cohort in as JSON clients do, waits until everybody is there, answers its id. */
export async function uploadPeople(
  context: BrowserContext,
  numbers: readonly number[],
  { name = "演示批次", startsOn = firstDay, stationOf = (number) => number }: Upload = {},
): Promise<string> {
  const headers = { Accept: "application/json" };
  const post = async (path: string, more: object) =>
    (await context.request.post(path, { headers, ...more })).json();
  const cohort = await post("/cohorts", { data: { name, scheme: "literal", startsOn } });
  const template = await (await context.request.get("/imports/template.xlsx")).body();
  const buffer = await fillTemplate(
    template,
    numbers.map((number) => personRow(number, stationOf(number))),
  );
  const file = { name: "名单.xlsx", mimeType: "application/octet-stream", buffer };
  const { id, errors } = await post(`/cohorts/${cohort.id}/imports`, { multipart: { file } });
  expect(errors).toEqual([]);
  await post(`/imports/${id}/confirm`, { data: {} });
  const isFinished = async () => (await jsonOf(context, `/imports/${id}`)).status === "finished";
  await vi.waitUntil(isFinished, { timeout: 60_000, interval: 200 });
  return cohort.id;
}
