import { saveUnit } from "@dunmiao/store/saveUnit";
import { beforeAll, describe, expect, test } from "vitest";
import { bodyOf, type Client } from "./app.ts";
import { type LastMonthApp, lastMonthApp, station } from "./lastMonth.ts";
import { actingOn, place, saveCohort } from "./people.ts";

/** Three terms at one post, one after the other, each by an officer of another sending unit. */
const [a, b, c] = ["c1-0001", "c2-0002", "c3-0003"] as const;
const words = { ongoing: "两起盗窃案待移送" };
const numbers = { [a]: "0001", [b]: "0002", [c]: "0003" };
type Term = keyof typeof numbers;
const termOf: Record<string, Term> = { "officer of A": a, "officer of B": b, "officer of C": c };

let app: LastMonthApp;
let people: Record<string, Client>;
beforeAll(async () => {
  app = await lastMonthApp();
  const { store } = app;
  for (const code of ["O2", "O3"])
    await saveUnit(actingOn(store), { code, name: `${code} 支队`, kind: "office", parent: "WH" });
  await place(store, await saveCohort(store, "c2", "2026-03-10"), { number: "0002", station, home: "O2" });
  await place(store, await saveCohort(store, "c3", "2027-03-10"), { number: "0003", station, home: "O3" });
  const officer = (number: string) =>
    app.as({ id: `person-${"ABC".at(Number(number) - 1) ?? "X"}`, role: "officer", serviceNumber: number });
  const sending = (unit: string) => app.as({ id: `unit-${unit}`, role: "sending", unit });
  people = {
    "officer of A": await officer("0001"),
    "officer of B": await officer("0002"),
    "officer of C": await officer("0003"),
    "unit of A": await sending("O1"),
    "unit of B": await sending("O2"),
    "unit of C": await sending("O3"),
    "host station": app.station,
    "host branch": app.branch,
    "another station": app.otherStation,
    "another branch": await app.as({ id: "branch-2", role: "branch", unit: "B1" }),
    hr: app.hr,
    approver: app.approver,
    auditor: app.auditor,
    "another officer": await officer("0009"),
    mentor: await app.as({ id: "mentor-1", role: "mentor" }),
  };
  for (const id of [a, b]) {
    const written = await app.station.post(`/secondments/${id}/hand-over`, words);
    if (id === a && written.status !== 200) throw new Error(await written.text());
  }
  const received = await personOf("officer of B").post(`/secondments/${a}/hand-over/receive`, {});
  if (received.status !== 200) throw new Error(await received.text());
});

function personOf(who: string): Client {
  const found = people[who];
  if (!found) throw new Error(`nobody is ${who}`);
  return found;
}

/** Whose hand-over each of them opens, and the neighbours that its JSON names. */
const everywhere = {
  [a]: "successor c2-0002",
  [b]: "predecessor c1-0001 successor c3-0003",
  [c]: "predecessor c2-0002",
};
const readers: readonly (readonly [string, Partial<Record<Term, string>>])[] = [
  ["officer of A", { [a]: "successor c2-0002" }],
  ["officer of B", { [a]: "successor c2-0002", [b]: "predecessor c1-0001 successor c3-0003" }],
  ["officer of C", { [b]: "successor c3-0003", [c]: "predecessor c2-0002" }],
  ["unit of A", { [a]: "" }],
  ["unit of B", { [b]: "" }],
  ["unit of C", { [c]: "" }],
  ["host station", everywhere],
  ["host branch", everywhere],
  ["hr", everywhere],
  ["approver", everywhere],
  ["auditor", everywhere],
  ["another station", {}],
  ["another branch", {}],
  ["another officer", {}],
  ["mentor", {}],
];
const cases = readers.flatMap(([who, seen]) =>
  ([a, b, c] as const).map((id) => [who, id, seen[id]] as const),
);
const paths = (id: Term) => [`/secondments/${id}/hand-over`, `/secondments/${id}/hand-over/print`];

describe("three terms at one post, each handed over to the next", () => {
  test.each(cases)("%s opens the hand-over of %s: %s", async (who, id, neighbours) => {
    const person = personOf(who);
    const [page = "", print = ""] = paths(id);
    const asked = await Promise.all([person.get(page), person.page(page), person.page(print)]);
    const status = neighbours === undefined ? (who === "mentor" ? 403 : 404) : 200;
    expect(asked.map((answer) => answer.status)).toEqual([status, status, status]);
    const said = await Promise.all(asked.map((answer) => answer.clone().text()));
    if (neighbours !== undefined) {
      const { predecessor, successor } = await bodyOf<{ predecessor?: string; successor?: string }>(
        asked[0] ?? new Response(),
      );
      const named = [predecessor && `predecessor ${predecessor}`, successor && `successor ${successor}`];
      expect(named.filter(Boolean).join(" ")).toBe(neighbours);
    }
    // Nor is anybody else named, on the page, in JSON, on paper or in a link; readers know what they asked for and themselves.
    const known = `${id} ${neighbours} ${termOf[who]}`;
    for (const other of [a, b, c].filter((each) => !known.includes(each)))
      for (const text of said) expect(text).not.toMatch(new RegExp(`${other}|\\b${numbers[other]}\\b`));
  });

  test.each([["unit of A"], ["officer of A"]])(
    "%s reads the case of A, and nothing there names B",
    async (who) => {
      const person = personOf(who);
      for (const answer of [await person.get(`/secondments/${a}`), await person.page(`/secondments/${a}`)]) {
        expect(answer.status).toBe(200);
        expect(await answer.text()).not.toMatch(/c2-0002|\b0002\b/);
      }
    },
  );
});
