import type { PersonRole } from "@dunmiao/domain/actor";
import { statedRoutes } from "@dunmiao/web/system/openapi";
import type { Client } from "../../web/test/app.ts";
import type { StoredRecord, StoredWorld } from "./storedWorld.ts";

type Parts = (record: StoredRecord["record"]) => string[];
type Filed = { id: string; checkpoint: string; by: string };
const filed: (part: (each: Filed) => string) => Parts = (part) => (record) => [
  ...new Set<string>((record.assessments ?? []).map(part)),
];
/** What stands for the other parameters of an address, from what a record holds. */
const partsOf: Readonly<Record<string, Parts>> = {
  absenceId: (record) => record.absences.map(({ id }: { id: string }) => id),
  rid: (record) => (record.rulings ?? []).map(({ id }: { id: string }) => id),
  fid: filed(({ id }) => id),
  key: filed(({ checkpoint }) => checkpoint),
  by: filed(({ by }) => by),
  // The head of a day, where the world has one: a record of before is under none.
  day: () => ["2026-03-02"],
  secondmentId: (record) => record.picks.map(({ secondmentId }: { secondmentId: string }) => secondmentId),
};
const kindOf: Readonly<Record<string, StoredRecord["kind"]>> = {
  secondments: "secondment",
  cohorts: "cohort",
  units: "unit",
  officers: "officer",
  imports: "import",
  schemes: "scheme",
  "spot-checks": "spot-check",
  pairs: "pair",
  "pair-schemes": "pair-scheme",
  posts: "post",
  notices: "notice",
};

/** Every address of a GET route, for each of these records; a list, and a form, where one of its kind is among them. */
function addressesOf({ app }: StoredWorld, records: readonly StoredRecord[]) {
  const gets = statedRoutes(app).filter(
    ({ method, permission }) => method === "GET" && permission !== "everyone",
  );
  return gets.flatMap(({ path, permission = [] }) => {
    const [, prefix = "", name] = /(?:^|\/)([a-z-]+)\/:([A-Za-z]+)/.exec(path) ?? [];
    const roles = permission as readonly PersonRole[];
    if (!name) return isAsked(path, records) ? [{ path, roles, isMain: false }] : [];
    return records
      .filter(({ kind }) => kind === kindOf[prefix])
      .flatMap((each) =>
        filled(path, name, each).map((full) => ({ path: full, roles, isMain: isMain(path) })),
      );
  });
}

/** A page of one kind reads nothing of the others; one of no kind, such as the to-do list, reads of all. */
function isAsked(path: string, records: readonly StoredRecord[]): boolean {
  const own = path.split("/").map((part) => kindOf[part]);
  return own.every((each) => each === undefined || records.some(({ kind }) => kind === each));
}

function isMain(path: string): boolean {
  return /^(\/calendar)?\/[a-z-]+\/:[A-Za-z]+$/.test(path);
}

function filled(path: string, name: string, { kind, id, record }: StoredRecord): string[] {
  const isScheme = kind === "scheme" || kind === "pair-scheme";
  const own = isScheme ? id.replace(/\.\d+$/, "") : id;
  const version = isScheme && isMain(path) ? `?version=${record.scheme.version}` : "";
  return withParts(path.replace(`:${name}`, encodeURIComponent(own)), record).map((each) => each + version);
}

function withParts(path: string, record: StoredRecord["record"]): string[] {
  const name = /:([A-Za-z]+)/.exec(path)?.[1];
  if (name === undefined) return [path];
  const parts = partsOf[name];
  if (!parts) throw new Error(`nothing is said of :${name} in ${path}`);
  return parts(record).flatMap((value) =>
    withParts(path.replace(`:${name}`, encodeURIComponent(value)), record),
  );
}

/** Opens every page of these records and every list, as HR where HR may; answers how many were shown and what went wrong. */
export async function openEverything(
  world: StoredWorld,
  records: readonly StoredRecord[],
): Promise<{ shown: number; wrong: string[] }> {
  const clients = new Map<PersonRole, Client>();
  const wrong: string[] = [];
  let shown = 0;
  for (const { path, roles, isMain: isRecord } of addressesOf(world, records)) {
    const role = roles.includes("hr") ? "hr" : (roles[0] ?? "hr");
    const client = clients.get(role) ?? (await world.as(role, { unit: "42010201", serviceNumber: "100001" }));
    clients.set(role, client);
    const response = await client.page(path);
    const html = await response.text();
    // A number that was merged leads on to the one that stays. A page of something that this record does not have is
    // not found, or needs a question in its address.
    const isWrong = response.status >= 500 || (isRecord && ![200, 303].includes(response.status));
    if (isWrong || html.includes("条记录无法读取")) wrong.push(`${path}: ${response.status}`);
    if (response.status === 200) shown += 1;
  }
  return { shown, wrong };
}
