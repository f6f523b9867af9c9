import { setTimeout as pause } from "node:timers/promises";
import { demoUnits } from "@dunmiao/local/demo/units";
import { demoActor } from "@dunmiao/local/desk/personas";
import { createSession } from "@dunmiao/store/session";
import * as z from "zod";
import { cohortNumber } from "./people.ts";
import { residentMb } from "./processMemory.ts";
import { processorMs } from "./processTime.ts";
import { sessionCookie, startProduct } from "./product.ts";
import { progress } from "./progress.ts";
import type { Figure } from "./report.ts";
import { type Rig, startRig } from "./rig.ts";
import { writeSurroundings } from "./surroundings.ts";

const importSchema = z.object({
  id: z.string(),
  status: z.string(),
  done: z.int(),
  total: z.int(),
  errorCount: z.int(),
});

/** A file of so many rows through upload, dry run, confirmation and the import-cohort machine of the running product. */
export async function importSection(rows: number): Promise<Figure[]> {
  const rig = await startRig();
  try {
    return await importOn(rig, rows);
  } finally {
    await rig.stop();
  }
}

async function importOn(rig: Rig, rows: number): Promise<Figure[]> {
  const store = await rig.table("bench-import");
  await writeSurroundings(store, [cohortNumber(1)]);
  const Cookie = `${sessionCookie}=${await createSession(store, demoActor("hr"))}`;
  const product = await startProduct(rig, store.tableName);
  const peak = { server: 0, engine: 0 };
  const look = () => {
    peak.server = Math.max(peak.server, residentMb(product.pid));
    peak.engine = Math.max(peak.engine, residentMb(rig.enginePid));
  };
  const watch = setInterval(look, 100);
  const ask = async (path: string, sent: RequestInit = {}) => {
    const headers = new Headers(sent.headers);
    headers.set("Cookie", Cookie);
    const answer = await fetch(product.url + path, { ...sent, headers });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return importSchema.parse(await answer.json());
  };
  try {
    look();
    const atRest = { ...peak };
    const body = new FormData();
    body.set("file", new File([cohortCsv(rows)], "cohort.csv"));
    progress(`import: dry run of ${rows} rows`);
    const uploadFrom = performance.now();
    const checked = await ask("/cohorts/bench-001/imports", { method: "POST", body });
    const runFrom = performance.now();
    if (checked.total !== rows) throw new Error(`the dry run took ${checked.total} of ${rows} rows`);
    progress("import: confirmed");
    const before = { own: processorMs(product.pid), engine: processorMs(rig.enginePid) };
    const headers = { "Content-Type": "application/json" };
    await fetch(`${product.url}/imports/${checked.id}/confirm`, {
      method: "POST",
      body: "{}",
      headers: { Cookie, ...headers },
    });
    let now = checked;
    while (now.status !== "finished") {
      await pause(100);
      now = await ask(`/imports/${checked.id}`);
    }
    const end = performance.now();
    const [ownMs, engineMs] = [
      processorMs(product.pid) - before.own,
      processorMs(rig.enginePid) - before.engine,
    ];
    if (now.done !== rows) throw new Error(`the import took ${now.done} of ${rows} rows`);
    return [
      { what: `${rows} rows: upload and dry run`, value: (runFrom - uploadFrom) / 1000, unit: "s" },
      { what: `${rows} rows: confirmation to finished`, value: (end - runFrom) / 1000, unit: "s" },
      { what: "until then: own processor time", value: ownMs / 1000, unit: "s" },
      { what: "until then: engine's processor time", value: engineMs / 1000, unit: "s" },
      { what: "server at rest", value: atRest.server, unit: "MB" },
      { what: "server, highest", value: peak.server, unit: "MB" },
      { what: "engine, highest", value: peak.engine, unit: "MB" },
    ];
  } finally {
    clearInterval(watch);
    await product.stop();
  }
}

/** A cohort file: every station has several posts, every officer one secondment. */
function cohortCsv(rows: number): string {
  const header = "警号,姓名,性别,出生年月,人员类别,派出单位,接收派出所,挂职职务";
  const { stations, offices } = demoUnits;
  const lines = Array.from({ length: rows }, (_, at) => {
    const station = stations[at % stations.length]?.code ?? "";
    const office = offices[at % offices.length]?.code ?? "";
    const post = `挂职副所长${Math.floor(at / stations.length) + 1}`;
    const month = String((at % 12) + 1).padStart(2, "0");
    return `${200_001 + at},民警${at + 1},${at % 25 === 0 ? "女" : "男"},${1980 + (at % 18)}-${month},民警,${office},${station},${post}`;
  });
  return `${[header, ...lines].join("\r\n")}\r\n`;
}
