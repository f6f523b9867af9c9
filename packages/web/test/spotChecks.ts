import * as z from "zod";
import type { Client } from "./app.ts";

const today = "2026-03-02";
const cohort = "batch-1";
const said = z.object({ outcome: z.string(), absenceId: z.string().optional() });
const loads = z.array(z.tuple([z.string(), z.number(), z.number()]));
/** A spot check as its JSON says. */
export const checkSchema = z.object({
  id: z.string(),
  state: z.string(),
  listHash: z.string(),
  seedHash: z.string(),
  size: z.number(),
  candidates: z.array(z.tuple([z.string(), z.string()])),
  assessmentsDue: loads,
  caps: z.object({ perStationDay: z.number(), perStationQuarter: z.number() }),
  revealed: z.object({ seed: z.string(), checksDrawn: loads }).optional(),
  picks: z.array(
    z.object({
      secondmentId: z.string(),
      station: z.string(),
      result: said.extend({ corrections: z.array(said).optional() }).optional(),
    }),
  ),
  skipped: z.array(z.object({ station: z.string(), cap: z.string() })),
  faults: z.array(z.string()),
});

/** Seals a check of the fixture's cohort; a refusal fails the test. */
export async function commit(client: Client, size: number, on = today) {
  const answer = await client.post("/spot-checks", { cohort, on, size });
  if (answer.status !== 201) throw new Error(await answer.text());
  return checkSchema.parse(await answer.json());
}
/** Reveals a check as it stands then. */
export async function reveal(client: Client, id: string) {
  return checkSchema.parse(await (await client.post(`/spot-checks/${id}/reveal`, {})).json());
}
