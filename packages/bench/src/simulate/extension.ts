import { addDays } from "@dunmiao/domain/calendarDate";
import type { Secondment } from "@dunmiao/domain/secondment";
import { decideExtension, hearHost, hearSending } from "@dunmiao/domain/term/decideExtension";
import { requestExtension, withdrawExtension } from "@dunmiao/domain/term/requestExtension";
import { addWorkingDays } from "@dunmiao/domain/workCalendar";
import { type Act, personaOf } from "@dunmiao/local/demo/acts";
import type { Random } from "@dunmiao/local/demo/random";
import { calendar } from "../people.ts";

const months = 12;
/** Of a hundred requests so many are taken back, and so many of the others granted. */
const withdrawn = 6;
const granted = 85;

/** The officer asks in the last month; host, sending unit and bureau answer in turn, some after the last day. */
export function extensionActs({ to }: Secondment["term"], random: Random): Act[] {
  const on = addDays(to, -random.whole(0, 27));
  const then = (days: number) => addWorkingDays(calendar, on, days);
  const [fate, agrees] = [random.whole(0, 99), random.chance(granted / 100)];
  const answer = { agrees, reason: agrees ? "工作需要，同意延期" : "原单位另有安排，不同意延期" };
  const asked: Act = {
    on,
    by: personaOf("officer"),
    rule: (ground) => requestExtension(ground, { months, reason: "希望继续跟进社区警务工作" }),
  };
  if (fate < withdrawn)
    return [
      asked,
      { on: then(2), by: personaOf("officer"), rule: (ground) => withdrawExtension(ground, {}) },
    ];
  return [
    asked,
    { on: then(3), by: personaOf("station"), rule: (ground) => hearHost(ground, answer) },
    { on: then(6), by: personaOf("sending"), rule: (ground) => hearSending(ground, answer) },
    { on: then(9), by: personaOf("approver"), rule: (ground) => decideExtension(ground, answer) },
  ];
}
