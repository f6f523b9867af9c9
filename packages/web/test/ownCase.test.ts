import type { Actor } from "@dunmiao/domain/actor";
import { describe, expect, test } from "vitest";
import { bodyOf, type Client, problemOf } from "./app.ts";
import { idOf, populatedApp, record } from "./fixture.ts";
import { onFile, planned } from "./pairs.ts";

/** One person with every role that decides, who is an officer on secondment: the police number goes with each role. */
const person = { id: "100001", serviceNumber: "100001" };
const roles: readonly Omit<Actor, "id">[] = [
  { role: "hr" },
  { role: "approver" },
  { role: "branch", unit: "420102" },
  { role: "station", unit: "42010201" },
  { role: "inspector" },
];

async function withPerson() {
  const app = await populatedApp();
  const own = await app.as({ ...person, role: "officer" });
  const others = await Promise.all(
    roles.map(async (each) => ({ ...each, client: await app.as({ ...each, ...person }) })),
  );
  return { app, own, others };
}

function clientsOf(others: readonly { role: string; client: Client }[]) {
  const of = (role: string) => {
    const found = others.find((each) => each.role === role);
    if (!found) throw new Error(role);
    return found.client;
  };
  return { hr: of("hr"), approver: of("approver") };
}

const codeOf = async (answer: Promise<Response>) => (await problemOf(await answer)).code;

describe("one account with all roles decides nothing of its own", () => {
  test("neither leave that it asked for as the officer, nor a finding against it", async () => {
    const { app, own, others } = await withPerson();
    const id = idOf("100001");
    const leave = await record(own, id, { class: "sick", from: "2026-03-09", to: "2026-03-09" });
    const finding = await record(app.station, id, {
      class: "unexplained",
      from: "2026-02-27",
      to: "2026-02-27",
    });
    for (const { role, client } of others) {
      const said = [
        role,
        await codeOf(client.post(`/secondments/${id}/absences/${leave}/approve`, {})),
        await codeOf(client.post(`/secondments/${id}/absences/${finding}/confirm`, {})),
      ];
      const isDecider = role !== "inspector";
      expect(said).toEqual([role, ...(isDecider ? ["own-case", "own-case"] : ["forbidden", "forbidden"])]);
    }
  });

  test("nor what it asked for in another role, of anybody", async () => {
    const { others } = await withPerson();
    const { hr, approver } = clientsOf(others);
    const id = idOf("100002");
    const leave = await record(hr, id, { class: "sick", from: "2026-03-09", to: "2026-03-09" });
    expect(await codeOf(approver.post(`/secondments/${id}/absences/${leave}/approve`, {}))).toBe(
      "same-person-decides",
    );
  });

  test("nor a pair that it planned in another role", async () => {
    const { app, others } = await withPerson();
    await onFile(app, "110001", "JG-01");
    await onFile(app, "300002");
    const { hr, approver } = clientsOf(others);
    const { id, status } = await planned(hr, { apprentice: "300002", kin: true });
    expect(status).toBe("proposed");
    expect(await codeOf(approver.post(`/pairs/${id}/approve`, {}))).toBe("same-person-decides");
  });

  test("nor a correction of what is on file of somebody, which it asked for in another role", async () => {
    const { others } = await withPerson();
    const { hr, approver } = clientsOf(others);
    const { seen } = await bodyOf<{ seen: number }>(hr.get("/officers/100002"));
    const evidence = { number: "户字〔2026〕8 号", title: "户籍证明", date: "2026-02-10" };
    const asked = await hr.post(
      "/officers/100002/corrections",
      { seen, evidence, name: "民警更正" },
      { key: "k" },
    );
    expect(asked.status).toBe(201);
    const { corrections } = await bodyOf<{ corrections: { id: string }[] }>(hr.get("/officers/100002"));
    const path = `/officers/100002/corrections/${corrections[0]?.id ?? ""}/decide`;
    expect(await codeOf(approver.post(path, { decision: "approve" }))).toBe("same-person-decides");
  });

  test("nor that it reported in, nor an award of its own", async () => {
    const { others } = await withPerson();
    const id = idOf("100001");
    for (const { role, client } of others) {
      if (role !== "hr" && role !== "branch" && role !== "station") continue;
      const answer = client.post(`/secondments/${id}/report-in`, { on: "2025-08-26" });
      expect([role, await codeOf(answer)]).toEqual([role, "own-case"]);
    }
    const award = { level: "commendation", date: "2026-01-05", documentNumber: "1 号", title: "嘉奖" };
    const { hr } = clientsOf(others);
    expect(await codeOf(hr.post(`/secondments/${id}/awards`, award))).toBe("own-case");
  });
});
