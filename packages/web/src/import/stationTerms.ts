import type { Summary } from "@dunmiao/domain/summary";
import type { Store } from "@dunmiao/store/engine/client";
import { byHost } from "@dunmiao/store/engine/lists";
import { storedSummarySchema } from "@dunmiao/store/summaryText";
import { atOnce } from "../atOnce.ts";

type Term = { from: string; to: string };
/** Whether somebody may be at a station in a period; without a doubt only when the answer is no. */
export type StationTerms = (station: string, term: Term) => boolean;

const branchesAtOnce = 8;
/** While a request for a further term waits for one of these, its post is held for longer than the term. */
const extensionWaits = ["host-opinion", "sending-opinion", "decide-extension"];
const farthest = "9999-12-31";

function mayHold({ from, to, todos }: Summary): Term {
  return { from, to: todos.some(([what]) => extensionWaits.includes(what)) ? farthest : to };
}

/** Terms at all stations of some branches: one Query a branch. */
export async function stationTerms(store: Store, branches: ReadonlySet<string>): Promise<StationTerms> {
  const terms = new Map<string, Term[]>();
  const lists = await atOnce([...branches], branchesAtOnce, (branch) =>
    byHost(store, { branch }, storedSummarySchema),
  );
  for (const { rows } of lists)
    for (const { summary } of rows) {
      const [station] = summary.station;
      terms.set(station, [...(terms.get(station) ?? []), mayHold(summary)]);
    }
  return (station, { from, to }) =>
    (terms.get(station) ?? []).some((held) => held.from <= to && from <= held.to);
}
