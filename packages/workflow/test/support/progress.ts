import type { World } from "./world.ts";

/** What `progress` does for one record, in the order of its states, by the same task functions; answers the steps. */
export async function progress(
  { tasks }: World,
  id: string,
  asOf: string,
  kind: "secondment" | "pair" = "secondment",
): Promise<string[]> {
  const steps: string[] = [];
  let at = await tasks.decide({ kind, id, asOf });
  while (at.step !== "nothing-left") {
    steps.push(at.step);
    at = await tasks.takeStep(at);
  }
  return steps;
}
