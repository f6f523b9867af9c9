import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Place } from "./aws.ts";
import type { Change } from "./bundle.ts";
import type { Resource } from "./main.ts";

/** What the program would create for one stage at one place. */
export type Synth = {
  app: { name: string; stage: string; removal: string; protect: boolean };
  place: Place;
  resources: Resource[];
  outputs: Record<string, string>;
};
type Asked = { stage: string; place: Place; functions?: string; changes?: readonly Change[] };

/** Production with a WeCom group robot, which no stage has unless somebody asks for it. */
export const withRobot: Change = {
  file: "stacks/stages.json",
  from: '"logDays": 180,',
  to: '"logDays": 180, "wecomRobot": true,',
};

/** Production whose people sign in at a provider and which says to whom weaknesses are reported. */
export const withSignIn: Change = {
  file: "stacks/stages.json",
  from: '"sweepAt": "06:00",\n    "logDays": 180',
  to: '"sweepAt": "06:00",\n    "oidc": { "issuer": "https://sign-in.example", "clientId": "dunmiao" },\n    "securityContact": "mailto:duty@dunmiao.example",\n    "logDays": 180',
};

/** Production with both. */
export const withSecrets: Change = {
  ...withSignIn,
  to: withSignIn.to.replace(withRobot.from.replace(",", ""), withRobot.to.replace(/,$/, "")),
};

/** Runs the program in a process of its own. @throws Error with what the program said when it refuses */
export async function synthesize(asked: Asked): Promise<Synth> {
  const dir = mkdtempSync(join(tmpdir(), "dunmiao-synth-"));
  const out = join(dir, "synth.json");
  try {
    const main = join(import.meta.dirname, "main.ts");
    await promisify(execFile)(process.execPath, [main, JSON.stringify({ ...asked, out })], {
      timeout: 150_000,
    });
    return { ...JSON.parse(readFileSync(out, "utf8")), place: asked.place };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
