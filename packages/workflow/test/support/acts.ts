import { voidAbsence } from "@dunmiao/domain/absence/amendAbsence";
import { approveAbsence } from "@dunmiao/domain/absence/approveAbsence";
import { recordAbsence } from "@dunmiao/domain/absence/recordAbsence";
import { confirmReportIn, lateDaysOf } from "@dunmiao/domain/term/reportIn";
import { act, type World } from "./world.ts";

/** The station confirms the report-in on the world's day. */
export function reportIn(world: World, id: string) {
  return act(world, id, "station", (ground) =>
    confirmReportIn(ground, ground.today, lateDaysOf(ground, ground.today).days),
  );
}

/** Leave that the officer asks for and the approver grants, both on the world's day; answers its id. */
export async function leave(world: World, id: string, from: string, to: string): Promise<string> {
  const asked = await act(world, id, "officer", (ground) =>
    recordAbsence(ground, { class: "sick", from, to }),
  );
  const absence = asked.absences.at(-1)?.id ?? "";
  await act(world, id, "approver", (ground) => approveAbsence(ground, absence, { overLimit: true }));
  return absence;
}

/** HR proposes with evidence that an absence never was, the approver agrees. */
export async function takeBack(world: World, id: string, absence: string, reason: string): Promise<void> {
  const evidence = { number: "1", title: "考勤核查", date: world.clock.today };
  await act(world, id, "hr", (ground) => voidAbsence(ground, absence, { reason, evidence }));
  await act(world, id, "approver", (ground) => approveAbsence(ground, absence, { reason }));
}
