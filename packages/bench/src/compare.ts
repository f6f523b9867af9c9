import type { ChildServer } from "./childServer.ts";
import { loadRound, type Request, type Round } from "./loadGenerator.ts";
import { median } from "./median.ts";
import { processorMs } from "./processTime.ts";
import type { Figure } from "./report.ts";

type Asked = { what: string; target: number; request: Request };
type Servers = { product: ChildServer; floor: ChildServer; enginePid: number };
type Turns = { rounds: number; seconds: number; connections: number };
/** A round with the processor time of one request: the server's own and the engine's. */
type Timed = Round & { ownMs: number; engineMs: number };
type Pair = { ours: Timed; least: Timed };

/**
 * Product and floor in turns, so that a noisy machine disturbs both; the ratio is that of the median pair. Own and
 * engine's processor time stand apart: a floor on the same engine and client hides both, and wall time the machine.
 */
export async function compare(
  { what, target, request }: Asked,
  { product, floor, enginePid }: Servers,
  turns: Turns,
): Promise<Figure[]> {
  const { connections } = turns;
  const round = async ({ url, pid }: ChildServer): Promise<Timed> => {
    const [own, engine] = [processorMs(pid), processorMs(enginePid)];
    const done = await loadRound(url, request, turns);
    const each = (usedMs: number) => usedMs / (done.perSecond * turns.seconds);
    return { ...done, ownMs: each(processorMs(pid) - own), engineMs: each(processorMs(enginePid) - engine) };
  };
  for (const server of [product, floor]) await loadRound(server.url, request, turns);
  const pairs: Pair[] = [];
  for (let count = 0; count < turns.rounds; count += 1)
    pairs.push({ ours: await round(product), least: await round(floor) });
  return figuresOf(pairs, `${what}, ${connections} connection${connections === 1 ? "" : "s"}`, target);
}

function figuresOf(pairs: readonly Pair[], at: string, target: number): Figure[] {
  const beside = (what: string, pick: (round: Timed) => number, { unit = "", digits = 1 } = {}): Figure => ({
    what: `${at}: ${what}`,
    value: median(pairs.map(({ ours }) => pick(ours))),
    ...(unit && { unit }),
    note: `floor ${median(pairs.map(({ least }) => pick(least))).toFixed(digits)}`,
  });
  const inMs = { unit: "ms" };
  return [
    beside("requests per second", ({ perSecond }) => perSecond, { digits: 0 }),
    beside("p50", ({ p50Ms }) => p50Ms, inMs),
    beside("p99", ({ p99Ms }) => p99Ms, inMs),
    beside("own processor time of a request", ({ ownMs }) => ownMs, inMs),
    beside("engine's processor time of a request", ({ engineMs }) => engineMs, inMs),
    {
      what: `${at}: share of the floor`,
      value: median(pairs.map(({ ours, least }) => ours.perSecond / least.perSecond)),
      target: { atLeast: target },
    },
  ];
}
