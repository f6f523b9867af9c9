import { bodyOf, upload } from "../../web/test/app.ts";
import { cohortFile, personRow } from "../../web/test/importFile.ts";
import { runImport } from "./runImport.ts";
import { evidence, post, type StatesApp, words } from "./statesApp.ts";

const { reason } = words;

/** A correction of facts and a merge that wait, one of each decided, a notice of days off that waits. */
export async function facts({ hr, approver, officer }: StatesApp): Promise<string[]> {
  const seenOf = async (number: string) =>
    (await bodyOf<{ seen: number }>(hr.get(`/officers/${number}`))).seen;
  const correct = async (number: string, fact: object) =>
    post(hr, `/officers/${number}/corrections`, { seen: await seenOf(number), evidence, ...fact });
  await correct("0026", { name: "学员更正", homeUnit: "B0" });
  await correct("0027", { sex: "female", birthMonth: "1990-01" });
  await post(approver, "/officers/0027/corrections/k1/decide", { decision: "approve" });
  const person = {
    name: "学员零零贰壹",
    sex: "male",
    birthMonth: "1988-11",
    kind: "officer",
    homeUnit: "O1",
  };
  await post(hr, "/officers", { serviceNumber: "90021", ...person, anotherPerson: [] });
  await post(hr, "/officers/0021/merge", { seen: await seenOf("0021"), into: "90021", evidence });
  await post(await officer("0025"), "/me/data/requests", { text: reason });
  const missing = ["spring-festival", "qingming", "labour-day", "dragon-boat", "mid-autumn", "national-day"];
  const { location } = await bodyOf<{ location: string }>(
    post(hr, "/calendar/notices", {
      year: 2027,
      documentNumber: "国办发明电〔2026〕9号",
      missingConfirmed: missing,
      days: [{ date: "2027-01-01", working: false, name: "元旦" }],
    }),
  );
  return [
    ...["0021", "90021", "0026", "0027"].map((number) => `/officers/${number}`),
    "/officers/0021/merge?into=90021",
    "/officers/0026/correct",
    "/officers/0025/requests",
    "/secondments/running-0026",
    "/secondments/running-0027",
    "/secondments/running-0027/print",
    "/secondments/running-0027/ruling/print",
    location,
    "/calendar/notices",
    "/calendar?year=2027",
  ];
}

/** Imports: with problems, awaiting confirmation with notices, finished with a row that was refused meanwhile. */
export async function lists({ hr, store }: StatesApp): Promise<string[]> {
  const check = async (rows: string[][]) => {
    const file = await cohortFile(rows);
    return (await bodyOf<{ id: string }>(post(hr, "/cohorts/next/imports", upload(file)))).id;
  };
  const place = { post: "挂职教导员" };
  const wrong = await check([personRow(50, "B9-S9"), personRow(51, "B0-S5", { from: "2026-02-30" })]);
  const first = await check([personRow(60, "B1-S0", place)]);
  const second = await check([personRow(60, "B1-S1", place), personRow(61, "B1-S2", place)]);
  const waiting = await check([personRow(62, "B0-S6"), personRow(63, "B0-S7")]);
  for (const id of [first, second]) {
    await post(hr, `/imports/${id}/confirm`, {});
    await runImport(store, id);
  }
  return [
    ...[wrong, first, second, waiting].map((id) => `/imports/${id}`),
    "/cohorts/next/imports",
    "/cohorts/next",
    "/cohorts/running",
    "/cohorts/running/timeline",
    "/cohorts/running/assessments",
    "/cohorts/running/awards",
    "/cohorts",
  ];
}

/** One sealed, one drawn with what was found of somebody. */
export async function spotChecks({ hr, inspector }: StatesApp): Promise<string[]> {
  for (const number of ["7000", "7001", "7002", "7003"])
    await post(hr, `/secondments/many-${number}/report-in`, { on: "2026-02-02" });
  const body = { cohort: "many", on: "2026-03-02", size: 3 };
  const sealed = await bodyOf<{ id: string }>(post(hr, "/spot-checks", body));
  const drawn = await bodyOf<{ id: string }>(post(inspector, "/spot-checks", body));
  const { picks } = await bodyOf<{ picks: { secondmentId: string }[] }>(
    post(inspector, `/spot-checks/${drawn.id}/reveal`, {}),
  );
  const [first] = picks;
  if (!first) throw new Error("nobody was drawn");
  const at = `/spot-checks/${drawn.id}`;
  await post(inspector, `${at}/results/${first.secondmentId}`, { outcome: "present", note: reason });
  await post(inspector, `${at}/results/${first.secondmentId}/correct`, {
    outcome: "absent",
    class: "unexplained",
    reason,
    from: "2026-03-02",
    to: "2026-03-02",
    cause: reason,
  });
  return ["/spot-checks", `/spot-checks/${sealed.id}`, at, `${at}/events`];
}
