import { calendarReader } from "@dunmiao/store/calendarReader";
import { systemActor } from "@dunmiao/store/engine/acting";
import { saveOfficer } from "@dunmiao/store/saveOfficer";
import { bodyOf, type Client, type TestApp } from "./app.ts";

/** Puts somebody on file at a unit of the fixture. */
export async function onFile(
  { store }: Pick<TestApp, "store">,
  serviceNumber: string,
  homeUnit = "42010201",
) {
  const now = "2025-08-26T01:00:00.000Z";
  const acting = {
    store,
    calendar: calendarReader(store),
    actor: systemActor("fixture"),
    today: "2025-08-26",
    now,
  };
  const facts = {
    name: `徒弟${serviceNumber}`,
    sex: "male",
    birthMonth: "2000-05",
    kind: "auxiliary",
  } as const;
  const saved = await saveOfficer(acting, { ...facts, serviceNumber, homeUnit });
  if (saved.outcome !== "committed") throw new Error(`officer ${saved.outcome}`);
}

/** A pair that begins at once: a mentor, who is to be on file, of the office JG-01, an apprentice of the station 42010201. */
export const usual = {
  mentor: "110001",
  focus: "casework",
  from: "2026-02-02",
  leading: "apprentice",
  scheme: "pair-standard",
  eligibility: ["years", "rank", "record"],
  kin: false,
};

type Said = {
  id: string;
  status: string;
  version: number;
  file: { missing: string[] };
  isOrphan: boolean;
  continuedBy?: { pairId: string };
};

/** Plans a pair and answers it; a refusal fails the test. */
export async function planned(client: Client, facts: object): Promise<Said> {
  const answer = await client.post("/pairs", { ...usual, ...facts });
  if (answer.status !== 201) throw new Error(`not planned: ${await answer.text()}`);
  return bodyOf(answer);
}

/** A pair as its JSON says. */
export async function pairOf(client: Client, id: string): Promise<Said> {
  return bodyOf(client.get(`/pairs/${id}`));
}
