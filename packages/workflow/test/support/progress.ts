import type { World } from "./world.ts";

/** What `progress` does for one record, in the order of its states, by the same task functions; answers the steps. */
export async function progress(
  { tasks }: World,
  id: string,
  asOf: string,
  kind: "secondment" | "pair" = "secondment",
): Promise<string[]> {
  const steps: string[] = [];
  let at: Record<string, unknown> = { kind, id, asOf };
  for (;;) {
    const decided = await tasks.decide(at);
    if (decided.step === "nothing-left") return steps;
    steps.push(decided.step);
    at = await tasks.takeStep(decided);
  }
}
