import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inject, vi } from "vitest";
import * as z from "zod";
import { startProduct } from "./running.ts";

/** A Monday; the demo cohort's term began on 2025-08-01. */
export const firstDay = "2026-03-02";

/**
 * Puts the demo cohort of `firstDay`, its first sweep done, into an empty data directory. The first file of a run that
 * asks has it written by the product itself, all others copy what it wrote.
 */
export async function copyDemo(dataDir: string): Promise<void> {
  const seeded = join(inject("scratch"), firstDay);
  if (isFirst(`${seeded}.writing`)) await writeDemo(seeded);
  await vi.waitFor(() => {
    if (!existsSync(seeded)) throw new Error("the demo cohort is not written yet");
  }, 200_000);
  cpSync(seeded, dataDir, { recursive: true });
}

function isFirst(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

async function writeDemo(seeded: string): Promise<void> {
  const dir = `${seeded}.new`;
  try {
    const product = await startProduct(dir, "--today", firstDay);
    // What the first sweep does would change the figures under a test's eyes.
    await vi.waitFor(async () => {
      if (await isCatchingUp(product.url)) throw new Error("the first sweep is not done yet");
    }, 200_000);
    await product.end();
    renameSync(dir, seeded);
  } catch (error) {
    rmSync(`${seeded}.writing`, { recursive: true });
    throw error;
  }
}

async function isCatchingUp(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/local/clock`, { headers: { Accept: "application/json" } });
  return z.object({ isCatchingUp: z.boolean() }).parse(await answer.json()).isCatchingUp;
}
