import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Linux tells processor time in hundredths of a second, whatever the kernel counts in. */
const msPerTick = 10;

/** Processor time that a process has used since it started, in milliseconds, its own and the kernel's for it. */
export function processorMs(pid: number): number {
  try {
    return ticksOf(readFileSync(`/proc/${pid}/stat`, "utf8")) * msPerTick;
  } catch {
    return msOfClock(execFileSync("ps", ["-o", "time=", "-p", String(pid)], { encoding: "utf8" }));
  }
}

/** User and system ticks of a line of /proc/<pid>/stat: the name of the process may hold blanks and brackets. */
export function ticksOf(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

/** Milliseconds of `[[days-]hours:]minutes:seconds`, as `ps` writes it. */
export function msOfClock(written: string): number {
  const [clock = "", days = "0"] = written.trim().split("-").toReversed();
  const seconds = clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return (Number(days) * 86_400 + seconds) * 1000;
}
