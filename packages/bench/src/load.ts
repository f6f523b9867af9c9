import { join } from "node:path";
import { demoActor } from "@dunmiao/local/desk/personas";
import { nodeFlags, nodeVariables } from "@dunmiao/local/nodeFlags";
import type { Store } from "@dunmiao/store/engine/client";
import { loadSecondment } from "@dunmiao/store/secondment";
import { createSession } from "@dunmiao/store/session";
import { putSealed } from "./bulk.ts";
import { startChild } from "./childServer.ts";
import { compare } from "./compare.ts";
import { type FloorBodies, floorBodiesSchema } from "./floor.ts";
import type { Request } from "./loadGenerator.ts";
import { cohortNumber, copiesIn, liveCohort, today } from "./people.ts";
import { memoryParts, residentMb } from "./processMemory.ts";
import { sessionCookie, startProduct } from "./product.ts";
import { progress } from "./progress.ts";
import type { Figure } from "./report.ts";
import { type Rig, startRig } from "./rig.ts";
import { writeSurroundings } from "./surroundings.ts";

export type LoadPlan = { rounds: number; seconds: number };
type Case = { name: keyof FloorBodies; what: string; target: number; request: Request };

const absence = { class: "personal", from: "2026-06-03", to: "2026-06-03" };
const poolCohorts = 4;

/** Requests per second and latencies of the product beside a floor, in turns; then the memory of server and engine. */
export async function loadSection(plan: LoadPlan): Promise<Figure[]> {
  // An engine of its own: the other tables must not stand in its memory.
  const rig = await startRig();
  try {
    return await loadOn(rig, plan);
  } finally {
    await rig.stop();
  }
}

async function loadOn(rig: Rig, plan: LoadPlan): Promise<Figure[]> {
  progress("load: writing five cohorts");
  const store = await rig.table("bench-load");
  const { shown, pool } = await writePeople(store);
  const cookie = `${sessionCookie}=${await createSession(store, demoActor("hr"))}`;
  const product = await startProduct(rig, store.tableName);
  const cases = casesOf(cookie, shown, pool);
  const bodies = await sampleBodies(product.url, cases, store);
  const floor = await startChild([...nodeFlags, join(import.meta.dirname, "floorServer.mjs")], {
    ...nodeVariables,
    TABLE_NAME: store.tableName,
    FLOOR_BODIES: JSON.stringify(bodies),
  });
  try {
    const figures: Figure[] = [];
    for (const connections of [1, 10])
      for (const each of cases) {
        progress(`load: ${each.what}, ${connections} connections`);
        const servers = { product, floor, enginePid: rig.enginePid };
        figures.push(...(await compare(each, servers, { ...plan, connections })));
      }
    return [...figures, ...memoryFigures(product.pid, rig.enginePid)];
  } finally {
    await Promise.all([product.stop(), floor.stop()]);
  }
}

/** The cohort that is listed, with all its events, and a pool of people to whom absences are added. */
async function writePeople(store: Store): Promise<{ shown: string; pool: string[] }> {
  const listed = liveCohort(cohortNumber(1), today);
  const originals = listed.map(({ record }) => record).filter(({ status }) => status === "serving");
  const cohorts = Array.from({ length: poolCohorts }, (_, at) => cohortNumber(at + 2));
  await writeSurroundings(store, [cohortNumber(1), ...cohorts]);
  await putSealed(store, listed);
  const pool = cohorts.flatMap((cohort, at) => [...copiesIn(cohort, originals, (at + 2) * 1_000)]);
  await putSealed(store, pool);
  const usual = originals.find(({ absences }) => absences.length === 4);
  if (!usual) throw new Error("nobody in the demo cohort has four absences");
  return { shown: usual.id, pool: pool.map(({ record }) => record.id) };
}

function casesOf(cookie: string, shown: string, pool: readonly string[]): Case[] {
  const html = { Cookie: cookie, Accept: "text/html" };
  const json = { Cookie: cookie, Accept: "application/json" };
  const list = "/secondments?cohort=bench-001";
  const one = `/secondments/${shown}`;
  const posted = { ...json, "Content-Type": "application/json" };
  let next = 0;
  const pathOf = () => {
    next = (next + 1) % pool.length;
    return `/secondments/${pool[next]}/absences`;
  };
  return [
    {
      name: "listHtml",
      what: "list page (HTML)",
      target: 0.6,
      request: { headers: html, pathOf: () => list },
    },
    {
      name: "listJson",
      what: "list page (JSON)",
      target: 0.6,
      request: { headers: json, pathOf: () => list },
    },
    {
      name: "secondmentHtml",
      what: "secondment page (HTML, calendar squares)",
      target: 0.5,
      request: { headers: html, pathOf: () => one },
    },
    {
      name: "secondmentJson",
      what: "secondment (JSON)",
      target: 0.6,
      request: { headers: json, pathOf: () => one },
    },
    {
      name: "absenceJson",
      what: "record an absence (JSON)",
      target: 0.6,
      request: { headers: posted, pathOf, body: JSON.stringify(absence) },
    },
  ];
}

/** One answer of the product to each case: the floor answers as many bytes and writes the same items. */
async function sampleBodies(url: string, cases: readonly Case[], store: Store): Promise<FloorBodies> {
  const sizes: Record<string, number> = {};
  let written = "";
  for (const { name, request } of cases) {
    written = request.pathOf();
    const sent = request.body === undefined ? {} : { method: "POST", body: request.body };
    const answer = await fetch(url + written, { headers: request.headers, ...sent });
    if (!answer.ok) throw new Error(`${written}: ${answer.status} ${await answer.text()}`);
    sizes[name] = (await answer.arrayBuffer()).byteLength;
  }
  const id = written.split("/")[2] ?? "";
  const found = await loadSecondment(store, id, 1);
  const [absence, event] = [found?.record.absences.at(-1), found?.events[0]];
  return floorBodiesSchema.parse({ ...sizes, cohortId: "bench-001", absence, event });
}

function memoryFigures(serverPid: number, enginePid: number): Figure[] {
  const [server, engine] = [residentMb(serverPid), residentMb(enginePid)];
  const parts = memoryParts(serverPid);
  const figure = (what: string, value: number) => ({ what, value, unit: "MB" });
  return [
    { what: "server after the load", value: server, unit: "MB" },
    ...(parts
      ? [
          figure("of it Node's own file and libraries", parts.files),
          figure("of it native heap", parts.nativeHeap),
          figure("of it heap of the language, compiled code, large buffers", parts.other),
        ]
      : []),
    { what: "engine after the load", value: engine, unit: "MB" },
    { what: "server and engine after the load", value: server + engine, unit: "MB", target: { atMost: 200 } },
  ];
}
