import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Absence } from "@dunmiao/domain/absence";
import { recordAbsence } from "@dunmiao/domain/absence/recordAbsence";
import { changeSecondment } from "@dunmiao/store/changeSecondment";
import { recordKey } from "@dunmiao/store/engine/keys";
import { beforeEach, describe, expect, test } from "vitest";
import { bodyOf, type Client, problemOf, type TestApp, testApp } from "./app.ts";
import { actingOn, place, saveCohort, saveUnits } from "./people.ts";

const numbers = ["01", "02", "03", "04", "05", "06"];
const idOf = (number: string) => `c1-${number}`;
const item = numbers.map((number) => `${idOf(number)}:a1:1`);
type Answer = {
  done: number;
  refused: number;
  items: { id: string; name?: string; refusals: { code: string; message: string }[] }[];
};

let app: TestApp & { station: Client; second: Client };
beforeEach(async () => {
  const started = await testApp();
  await saveUnits(started.store, 1, 2);
  const cohort = await saveCohort(started.store, "c1");
  for (const number of numbers) {
    await place(started.store, cohort, { number, station: "B0-S1", post: `岗位${number}` });
    const facts = { class: "personal", from: "2026-03-10", to: "2026-03-10" } as const;
    const rule = (ground: Parameters<typeof recordAbsence>[0]) => recordAbsence(ground, facts);
    await changeSecondment(actingOn(started.store), { id: idOf(number), rule });
  }
  const unit = "B0-S1";
  const station = await started.as({ id: "s-1", role: "station", unit });
  app = { ...started, station, second: await started.as({ id: "s-2", role: "station", unit }) };
});

const approve = (person: Client, key?: string, items = item) =>
  bodyOf<Answer>(
    person.post("/tasks/batch", { act: "approve", item: items }, key === undefined ? {} : { key }),
  );

/** By whom each request was approved, in the order of the people: twice would be two. */
async function approvals(): Promise<string[]> {
  return Promise.all(
    numbers.map(async (number) => {
      const { absences } = await bodyOf<{ absences: Pick<Absence, "decisions">[] }>(
        app.hr.get(`/secondments/${idOf(number)}`),
      );
      const acts = absences.flatMap(({ decisions }) => decisions.filter(({ act }) => act === "approve"));
      return acts.map(({ by }) => by.id).join();
    }),
  );
}

describe("approve selected", () => {
  test("pressed twice at the same moment, and once more later, is one approval each", async () => {
    const [one, other] = await Promise.all([approve(app.station, "twice"), approve(app.station, "twice")]);
    const later = await approve(app.station, "twice");
    for (const answer of [one, other, later]) expect(answer).toMatchObject({ done: 6, refused: 0 });
    expect(later.items.map(({ name }) => name)).toEqual(numbers.map((number) => `学员${number}`));
    expect(await approvals()).toEqual(numbers.map(() => "s-1"));
  });

  test("cut off in the middle, is taken up where it stopped by the same form", async () => {
    let writes = 0;
    const stack = app.store.documents.middlewareStack;
    const cut = { step: "initialize", name: "cut" } as const;
    stack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName === "TransactWriteItemsCommand") writes += 1;
          if (writes > 3) throw new Error("the process is gone");
          return next(args);
        },
      cut,
    );
    expect((await app.station.post("/tasks/batch", { act: "approve", item }, { key: "cut" })).status).toBe(
      500,
    );
    stack.remove(cut.name);
    expect((await approvals()).filter((each) => each === "s-1")).toHaveLength(3);
    expect(await approve(app.station, "cut")).toMatchObject({ done: 6, refused: 0 });
    expect(await approvals()).toEqual(numbers.map(() => "s-1"));
  });

  test("by two people at once: each request by one of them, the other is told of each", async () => {
    const [one, other] = await Promise.all([approve(app.station), approve(app.second)]);
    expect(one.done + other.done).toBe(6);
    expect(one.refused + other.refused).toBe(6);
    for (const answer of [one, other])
      for (const { name, refusals } of answer.items) {
        expect(name).toMatch(/^学员/);
        for (const { message } of refusals) expect(message.length).toBeGreaterThan(5);
      }
    for (const each of await approvals()) expect(["s-1", "s-2"]).toContain(each);
  });

  test("a record that cannot be read is left out with the reason, and hides neither the list nor the others", async () => {
    const { documents, tableName: TableName } = app.store;
    const Key = recordKey("secondment", idOf("02"));
    const { Item } = await documents.send(new GetCommand({ TableName, Key }));
    await documents.send(new PutCommand({ TableName, Item: { ...Item, record: { id: idOf("02") } } }));
    const page = await app.station.page("/?whose=all");
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("学员02");
    const answer = await approve(app.station);
    expect(answer).toMatchObject({ done: 5, refused: 1 });
    const left = answer.items.filter(({ refusals }) => refusals.length > 0);
    expect(left).toMatchObject([{ id: idOf("02"), refusals: [{ code: "record-unreadable" }] }]);
  });

  test("without a tick says that nothing was chosen", async () => {
    for (const [body, language, said] of [
      [{ act: "approve" }, "zh-CN", "没有选中任何一项"],
      [{ act: "approve" }, "en", "Nothing was ticked"],
    ] as const) {
      const answer = await app.station.submit("/tasks/batch", body, { language });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain(said);
    }
    const many = Array.from({ length: 201 }, (_, index) => `c1-${index}:a1:1`);
    const refused = await problemOf(await app.station.post("/tasks/batch", { act: "approve", item: many }));
    expect(refused.errors).toMatchObject([
      { pointer: "/item", code: "too-many-ticked", message: "一次最多办理 200 项，请减少勾选后重新提交" },
    ]);
  });
});
