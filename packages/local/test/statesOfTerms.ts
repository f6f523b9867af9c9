import { bodyOf, type Client } from "../../web/test/app.ts";
import { act, everythingFiled } from "../../web/test/rulings.ts";
import { evidence, post, type StatesApp, words } from "./statesApp.ts";

const { reason } = words;
const form = (fields: Record<string, string>) => {
  const sent = new FormData();
  for (const [name, value] of Object.entries(fields)) sent.append(name, value);
  return sent;
};

/** Requests, findings, proposals: waiting, decided, contested, dismissed. */
export async function absences({ hr, officer, approver, inspector, station }: StatesApp): Promise<string[]> {
  const at = (id: string) => `/secondments/${id}`;
  const add = async (client: Client, id: string, body: object) =>
    (await bodyOf<{ absence: { id: string } }>(post(client, `${at(id)}/absences`, { ...body }))).absence.id;
  await post(station, `${at("last-0011")}/report-in`, { on: "2025-03-10" });
  for (const id of ["0021", "0022", "0023"])
    await post(hr, `${at(`running-${id}`)}/report-in`, { on: "2025-12-01" });
  const mine = await officer("0021");
  await add(mine, "running-0021", { class: "personal", from: "2026-03-09", to: "2026-03-11", toHalf: "am" });
  const leave = await add(hr, "running-0021", { class: "sick", from: "2025-12-08", to: "2025-12-26" });
  await post(approver, `${at("running-0021")}/absences/${leave}/approve`, { overLimit: true });
  await post(hr, `${at("running-0021")}/absences/${leave}/amend`, { to: "2025-12-12", reason, evidence });
  const finding = { class: "unexplained", from: "2026-02-26", to: "2026-02-26", cause: reason };
  const dismissed = await add(inspector, "running-0022", finding);
  await post(await officer("0022"), `${at("running-0022")}/absences/${dismissed}/contest`, { reason });
  await post(approver, `${at("running-0022")}/absences/${dismissed}/reject`, { reason });
  const recall = await add(hr, "running-0022", {
    class: "recall",
    from: "2026-01-12",
    to: "2026-01-16",
    cause: reason,
  });
  await post(approver, `${at("running-0022")}/absences/${recall}/confirm`, {});
  await post(await officer("0022"), `${at("running-0022")}/absences/${recall}/contest`, { reason });
  const long = await add(hr, "running-0023", { class: "personal", from: "2026-01-05", to: "2026-01-30" });
  await post(approver, `${at("running-0023")}/absences/${long}/approve`, { overLimit: true });
  await post(hr, "/secondments/running-0024/report-in", { on: "2025-12-20", lateDays: 15 });
  const correction = { on: "2025-12-01", reason, evidence };
  await post(hr, "/secondments/running-0024/report-in/correct", correction);
  return [
    ...["0021", "0022", "0023", "0024"].map((number) => at(`running-${number}`)),
    `${at("running-0021")}/absences/a1`,
    `${at("running-0021")}/absences/${leave}`,
    `${at("running-0022")}/absences/${dismissed}`,
    `${at("running-0022")}/absences/${recall}`,
    `${at("running-0024")}/report-in/corrections`,
    `${at("running-0023")}/ruling`,
    `${at("running-0021")}/print`,
    `${at("running-0021")}/explanation`,
    `${at("running-0021")}/events`,
    `${at("running-0022")}/events`,
  ];
}

/** A form returned, one that waits, one confirmed, a draft. */
export async function forms({ station, branch, officer }: StatesApp): Promise<string[]> {
  const url = "/secondments/last-0011";
  const talk = "/secondments/own-0041";
  await post(station, `${talk}/report-in`, { on: "2026-01-05" });
  await post(station, `${talk}/checkpoints/step-9/forms/station`, { text: reason, grade: "competent" });
  await post(branch, `${talk}/assessments/f1/return`, { reason });
  await post(station, `${url}/checkpoints/attendance.2026-02/forms/station`, {});
  const own = await officer("0011");
  const draft = form({ text: reason, act: "draft" });
  await own.submit(`${url}/checkpoints/self-report/forms/officer/check`, draft);
  return [
    `${talk}/checkpoints/step-9/forms/station`,
    `${talk}/assessments/f1`,
    `${url}/checkpoints/self-report/forms/officer`,
    `${url}/assessments/f1`,
    `${url}/coverage`,
    `${url}/days`,
    url,
    talk,
    "/cohorts/own/assessments",
  ];
}

/** A notice served, a review asked for, a ruling reopened, one that waits, a year nobody ruled on. */
export async function rulings(world: StatesApp): Promise<string[]> {
  const { hr, approver, approver2, officer } = world;
  const at = (number: string) => `/secondments/ended-${number}`;
  for (const number of ["0001", "0002", "0003"]) {
    await act(world, `ended-${number}`, everythingFiled);
    await post(await officer(number), `${at(number)}/statements`, { words: reason });
    await post(hr, `${at(number)}/rulings`, { outcome: "recognised", reason });
  }
  for (const number of ["0001", "0002"]) {
    await post(approver, `${at(number)}/rulings/r1/approve`, { reason });
    await post(hr, `${at(number)}/rulings/r1/notice`, { number: words.number });
    await post(hr, `${at(number)}/rulings/r1/receipt`, { on: "2026-03-02", how: "signed" });
    await post(await officer(number), `${at(number)}/rulings/r1/review`, { reason });
  }
  await post(approver2, `${at("0002")}/rulings/r1/reopen`, { reason });
  return ["0001", "0002", "0003", "0004"].flatMap((number) => [
    at(number),
    `${at(number)}/ruling`,
    `${at(number)}/ruling/print`,
    ...(number < "0003" ? [`${at(number)}/rulings/r1/notice`] : []),
  ]);
}

/** Ended early, a further term asked for and granted, a post handed over. */
export async function ends({
  hr,
  approver,
  officer,
  station,
  branch,
  sending,
}: StatesApp): Promise<string[]> {
  const consultation = { with: "挂职派出所", on: "2026-03-01", note: reason };
  await post(hr, "/secondments/running-0025/end-early", {
    on: "2026-03-02",
    outcome: "cancelled",
    reason,
    consultation,
  });
  for (const number of ["0012", "0013"]) {
    await post(hr, `/secondments/last-${number}/report-in`, { on: "2025-03-10" });
    await post(await officer(number), `/secondments/last-${number}/extension`, { months: 6, reason });
  }
  const asked = "/secondments/last-0012/extension";
  const agreed = { agrees: true, reason };
  await post(branch, `${asked}/host`, agreed);
  await post(sending, `${asked}/sending`, agreed);
  await post(approver, `${asked}/decide`, agreed);
  const handOver = "/secondments/last-0011/hand-over";
  const own = await officer("0011");
  await post(own, handOver, { ongoing: words.ongoing });
  await post(station, handOver, { ongoing: words.ongoing, people: reason, seen: 1 });
  await post(await officer("0031"), `${handOver}/receive`, { seen: 2 });
  return [
    "/secondments/running-0025",
    "/secondments/last-0012",
    "/secondments/last-0012-x1",
    "/secondments/last-0013",
    "/secondments/last-0013/extension",
    asked,
    handOver,
    `${handOver}/print`,
    "/secondments/next-0031/hand-over",
    "/secondments/last-0013/results",
  ];
}
