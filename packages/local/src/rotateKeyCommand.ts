import { parseArgs } from "node:util";
import { keyRingText } from "@dunmiao/domain/audit/keyRing";
import { calendarDateSchema, shanghaiDate } from "@dunmiao/domain/calendarDate";
import { DamagedDataError } from "./damage.ts";
import { rotateKey } from "./rotateKey.ts";

const usage = "DATA_DIR=… npm run rotate-key -- --overlap 30 [--from 2026-03-02]";
const { values } = parseArgs({ options: { overlap: { type: "string" }, from: { type: "string" } } });
const { DATA_DIR: dataDir } = process.env;
const from = values.from ?? shanghaiDate(new Date());

if (!dataDir) fail(`DATA_DIR is not set: which data?\n${usage}`);
else if (values.overlap === undefined) fail(`How many days do both keys sign?\n${usage}`);
else if (!calendarDateSchema.safeParse(from).success) fail(`--from ${from} is no calendar date.\n${usage}`);
else await rotated(dataDir, { from, days: Number(values.overlap) });

async function rotated(dir: string, wanted: Parameters<typeof rotateKey>[1]): Promise<void> {
  try {
    const done = await rotateKey(dir, wanted);
    if ("wrong" in done) return fail(done.wrong);
    const { from: first, until } = done.overlap;
    console.log(keyRingText(done.ring).trimEnd());
    console.log(
      `自 ${first} 至 ${until} 的日终由两把密钥签名，此后旧密钥停用。请把 anchors/key.txt 交审计人员。\nThe heads of ${first} to ${until} bear both signatures; then the old key ends. Give the auditors anchors/key.txt.`,
    );
  } catch (error) {
    if (!(error instanceof DamagedDataError)) throw error;
    fail(error.message);
  }
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
