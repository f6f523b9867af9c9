import { setTimeout } from "node:timers/promises";
import { cohortFile, partnerCells, personRow, unitRows } from "../../web/test/importFile.ts";
import { type Said, saidBy, type signIn } from "./running.ts";

type Person = Awaited<ReturnType<typeof signIn>>;

/**
 * A cohort and a checked file for it, twenty stations and so many people, each with a partner who is not on file where
 * they are `paired`; confirmed, so that it is being written.
 */
export async function beginImport(hr: Person, people: number, stations = 20, paired = false) {
  const created = await hr.post("/cohorts", { name: "第二批", scheme: "literal", startsOn: "2026-03-16" });
  const cohort: string = (await saidBy(created)).id;
  const rows = Array.from({ length: people }, (_, at) => [
    ...personRow(at, `B${at % stations}-S0`, { post: `挂职副所长${Math.floor(at / stations)}` }),
    ...(paired ? partnerCells(String(900_000 + at)) : []),
  ]);
  const form = new FormData();
  form.set("file", new File([Uint8Array.from(await cohortFile(rows, unitRows(stations, 1)))], "名单.xlsx"));
  const checked = await saidBy(hr.upload(`/cohorts/${cohort}/imports`, form));
  const confirmed = await hr.post(`/imports/${checked.id}/confirm`);
  return { cohort, id: String(checked.id), checked, confirmed };
}

/** The progress of an import once it is so; an answer that the engine was not there for is asked for again. */
export async function importWhen(hr: Person, id: string, isSo: (progress: Said) => boolean): Promise<Said> {
  for (;;) {
    const answer = await hr.get(`/imports/${id}`);
    const progress = await saidBy(answer);
    if (answer.status === 200 && isSo(progress)) return progress;
    await setTimeout(100);
  }
}

export async function serviceNumbersOf(hr: Person, cohort: string): Promise<string[]> {
  const numbers: string[] = [];
  let cursor: string | undefined = "";
  while (cursor !== undefined) {
    const page = await saidBy(hr.get(`/secondments?cohort=${cohort}&cursor=${encodeURIComponent(cursor)}`));
    numbers.push(...page.items.map((each: Said) => each.officer.serviceNumber));
    cursor = page.cursor;
  }
  return numbers;
}
