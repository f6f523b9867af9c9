import type { StreamPump } from "../stream/streamPump.ts";
import type { StateMachines } from "./stateMachines.ts";

/** Settles when every change was delivered and every execution that came of it has ended, and they caused no more. */
export async function untilQuiet(pump: StreamPump, machines: StateMachines): Promise<void> {
  let starts: number;
  do {
    starts = machines.starts;
    await machines.idle();
    await pump.idle();
  } while (machines.starts !== starts);
}
