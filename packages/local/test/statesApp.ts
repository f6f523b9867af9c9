import type { Actor } from "@dunmiao/domain/actor";
import type { Message } from "@dunmiao/domain/notification";
import { defaultTimetable } from "@dunmiao/domain/timetable";
import { newestScheme } from "@dunmiao/store/scheme";
import { publishScheme, saveDraft } from "@dunmiao/store/schemeDraft";
import { type Client, type TestApp, testApp } from "../../web/test/app.ts";
import { actingOn, place, saveCohort, saveUnits } from "../../web/test/people.ts";

/** Everything that people typed here: data, in whatever language they are. */
export const words = {
  reason: "工作需要，情况属实",
  ongoing: "两起盗窃案待移送",
  title: "核查结果",
  number: "政人〔2026〕3号",
};
const { reason } = words;
export const evidence = { number: words.number, title: words.title, date: "2026-02-10" };
const offices = {
  hr: { name: "人事甲", unitName: "政治部" },
  hr2: { name: "人事乙", unitName: "政治部" },
  approver: { name: "领导甲", unitName: "市局" },
  approver2: { name: "领导乙", unitName: "市局" },
  inspector: { name: "督察甲", unitName: "督察支队" },
  auditor: { name: "审计甲", unitName: "审计处" },
} as const;
const bounded = {
  branch: { unit: "B0", name: "分局甲", unitName: "第0分局" },
  station: { unit: "B0-S1", name: "所领导甲", unitName: "第0分局1所" },
  sending: { unit: "O1", name: "部门甲", unitName: "刑侦支队" },
} as const;

/** What is done before somebody sends something: the state that makes it possible is there, and nowhere else. */
export type BeforeSending = (
  client: Client,
  path: string,
  body: Parameters<Client["post"]>[1],
  at: Pick<TestApp, "app" | "store">,
) => Promise<void>;

/** A small city with somebody signed in for every role. */
export async function statesApp(beforeSending: BeforeSending = async () => {}) {
  const app = await testApp();
  const someone = async (id: string, role: Actor["role"], bounds: Partial<Actor> = {}) => {
    const client = await app.as({ id, role, ...bounds });
    const post: Client["post"] = async (path, body, sent) => {
      await beforeSending(client, path, body, app);
      return client.post(path, body, sent);
    };
    return { ...client, post };
  };
  const officer = (serviceNumber: string) =>
    someone(`acc-officer-${serviceNumber}`, "officer", { serviceNumber, name: `学员${serviceNumber}` });
  const made = {
    ...app,
    officer,
    hr: await someone("acc-hr-1", "hr", offices.hr),
    hr2: await someone("acc-hr-2", "hr", offices.hr2),
    approver: await someone("acc-approver-1", "approver", offices.approver),
    approver2: await someone("acc-approver-2", "approver", offices.approver2),
    inspector: await someone("acc-inspector-1", "inspector", offices.inspector),
    auditor: await someone("acc-auditor-1", "auditor", offices.auditor),
    branch: await someone("acc-branch-1", "branch", bounded.branch),
    station: await someone("acc-station-1", "station", bounded.station),
    sending: await someone("acc-sending-1", "sending", bounded.sending),
    messages: [] as Message[],
  };
  await people(made);
  return made;
}
export type StatesApp = Awaited<ReturnType<typeof statesApp>>;

/** A request that has to succeed. */
export async function post(
  client: Client,
  path: string,
  body: Record<string, unknown> | FormData,
): Promise<Response> {
  const answer = await client.post(path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${await answer.text()}`);
  return answer;
}
/** Years that are over, in their last month, under way, about to begin, and one under a scheme of our own. */
async function people({ store }: Pick<StatesApp, "store">): Promise<void> {
  await saveUnits(store, 2, 8);
  const cohorts = [
    ["ended", "2025-03-01", ["0001", "0002", "0003", "0004"]],
    ["last", "2025-03-10", ["0011", "0012", "0013"]],
    ["running", "2025-12-01", ["0021", "0022", "0023", "0024", "0025", "0026", "0027"]],
    ["next", "2026-03-10", ["0031"]],
  ] as const;
  for (const [id, startsOn, numbers] of cohorts) {
    const cohort = await saveCohort(store, id, startsOn);
    const branch = id === "running" ? 1 : 0;
    for (const number of numbers) {
      const station = id === "next" ? "B0-S1" : `B${branch}-S${numberOf(id, number)}`;
      await place(store, cohort, { number, station });
    }
  }
  await ownScheme(store);
  // More than a page of a list has rows.
  const many = await saveCohort(store, "many", "2026-02-02");
  for (let at = 0; at < 57; at += 1)
    await place(store, many, {
      number: `${7000 + at}`,
      station: `B1-S${at % 8}`,
      post: `岗位${at}`,
      sex: at % 3 === 0 ? "female" : "male",
    });
}
const numberOf = (id: string, number: string) => Number(number.slice(-1)) + (id === "ended" ? 3 : 0);

async function ownScheme(store: StatesApp["store"]): Promise<void> {
  const newest = await newestScheme(store, "literal");
  const quarter = defaultTimetable.find(({ key }) => key === "quarter");
  if (!newest || !quarter) throw new Error("no scheme");
  const own = {
    ...quarter,
    key: "step-9",
    name: { "zh-CN": "谈心谈话", en: "Private talk" },
    schedule: { from: "start" as const, months: [2] },
  };
  const settings = { checkpoints: [...newest.checkpoints, own] };
  const scheme = { id: "literal", version: newest.version + 1 };
  const saved = await saveDraft(actingOn(store), { ...scheme, seen: 0, settings });
  const approver = { id: "approver-8", role: "approver" } as const;
  const published = await publishScheme(actingOn(store, approver), scheme, { seen: 1, reason });
  if (saved.outcome !== "committed" || published.outcome !== "committed") throw new Error("no own scheme");
  const cohort = await saveCohort(store, "own", "2026-01-05");
  await place(store, cohort, { number: "0041", station: "B0-S1", post: "挂职教导员" });
}
