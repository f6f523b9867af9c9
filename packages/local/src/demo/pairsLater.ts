import type { Acting } from "@dunmiao/store/engine/acting";
import { contentOf, rememberContent } from "../contentMarker.ts";
import type { Shutdown } from "../shutdown.ts";
import { seedPairs } from "./seedPairs.ts";

type Later = {
  shared: Pick<Acting, "store" | "calendar">;
  dataDir: string;
  count: number;
  shutdown: Shutdown;
  report: (line: string) => void;
};

/**
 * Writes the demo's pairs once, behind a product that serves already; a start after a kill goes on where the last one
 * was. Nothing for data that holds no demo, or its pairs.
 */
export async function writePairsLater({ shared, dataDir, count, shutdown, report }: Later): Promise<void> {
  const content = contentOf(dataDir, { isEmpty: false, today: "" });
  if (content.content !== "demo" || content.hasPairs || count === 0) return;
  const isStopped = () => shutdown.hasBegun;
  if (!(await seedPairs({ to: shared, today: content.seededFor, count, isStopped }))) return;
  rememberContent(dataDir, { ...content, hasPairs: true });
  report(`${count} demo pairs written`);
}
