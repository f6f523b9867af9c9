import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What resident memory is made of, in MB (10^6 bytes). */
export type MemoryParts = {
  /** Of the program's own file and libraries; several processes share it. */
  files: number;
  /** What native code takes in small pieces and what it freed among them. */
  nativeHeap: number;
  /** The heap of the language with its compiled code, and large pieces of native code. */
  other: number;
};

/** Resident memory of a process in MB (10^6 bytes): what the operating system says now. */
export function residentMb(pid: number): number {
  return megabytes(residentKiB(pid));
}

/** What that memory is made of; undefined where the system does not tell (only Linux does). */
export function memoryParts(pid: number): MemoryParts | undefined {
  const parts = { files: 0, nativeHeap: 0, other: 0 };
  let part: keyof MemoryParts = "other";
  for (const line of mappings(pid)) {
    const [, name] = /^[\da-f]+-[\da-f]+ \S+ \S+ \S+ \d+ *(.*)$/.exec(line) ?? [];
    if (name !== undefined)
      part = name.startsWith("/") ? "files" : name === "[heap]" ? "nativeHeap" : "other";
    parts[part] += megabytes(Number(/^Rss: +(\d+)/.exec(line)?.[1] ?? 0));
  }
  return parts.files === 0 ? undefined : parts;
}

function mappings(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/smaps`, "utf8").split("\n");
  } catch {
    return [];
  }
}

function megabytes(kibibytes: number): number {
  return (kibibytes * 1024) / 1e6;
}

function residentKiB(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }));
  }
}
