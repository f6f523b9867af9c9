import { BatchWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { Officer } from "@dunmiao/domain/officer";
import { expect, test } from "vitest";
import { waitingRequests } from "../src/dataRequest.ts";
import { seal } from "../src/engine/seal.ts";
import { deriveOfficer, officerNoun } from "../src/officer.ts";
import { waitingCorrections } from "../src/officerCorrection.ts";
import { freshStore } from "./engine.ts";
import { stamp } from "./ledger.ts";

const facts = { version: 0, head: "", sex: "male", birthMonth: "1995-06", kind: "officer" } as const;
const person = (number: number): Officer => ({
  ...facts,
  id: String(number),
  name: `民警${number}`,
  homeUnit: "JG-01",
});

test("requests of more people than a page holds hide no correction that was proposed after them", async () => {
  const store = await freshStore();
  const asking = Array.from({ length: 50 }, (_, n) => ({
    ...person(100_001 + n),
    requests: [{ id: "q1", text: "有误", askedOn: "2026-02-01", state: "open" as const }],
  }));
  const corrected: Officer = {
    ...person(200_001),
    corrections: [
      {
        id: "k1",
        changes: [{ fact: "name", from: "民警200001", to: "民警更正" }],
        evidence: { number: "户字〔2026〕8 号", title: "户籍证明", date: "2026-02-10" },
        state: "open",
        proposedBy: { id: "hr-1", role: "hr" },
        proposedOn: "2026-02-20",
      },
    ],
  };
  const event = { type: "officer.created", change: { kind: "officer", homeUnit: "JG-01" } } as const;
  const puts = [...asking, corrected]
    .map((after) => seal({ noun: officerNoun, after, event, derive: deriveOfficer }, stamp))
    .map(({ recordItem }) => ({ PutRequest: { Item: recordItem } }));
  for (let at = 0; at < puts.length; at += 25) {
    const RequestItems = { [store.tableName]: puts.slice(at, at + 25) };
    await store.documents.send(new BatchWriteCommand({ RequestItems }));
  }
  const waiting = await waitingCorrections(store, "2026-03-02");
  expect(waiting.map(({ officer }) => officer.id)).toEqual(["200001"]);
  expect(await waitingRequests(store, "2026-03-02")).toHaveLength(50);
});
