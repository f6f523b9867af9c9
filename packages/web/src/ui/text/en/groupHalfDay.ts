import type { Catalog } from "../catalog.ts";
import type { groupHalfDay as zhCN } from "../zhCN/groupHalfDay.ts";

export const groupHalfDay = {
  title: "Half days off for groups",
  women: (p) => `${p.half} off for women`,
  young: (p) => `${p.half} off for the young of ${p.from} to ${p.to} years`,
  group: "Who is off",
  effect: "That day",
  onWorkingDay: "Working day; whether it counts is for the scheme",
  onDayOff: "Day off, nothing makes up for it",
  none: "None",
  intro:
    "On a day off nothing makes up for them; due dates do not move. Whether they are taken out of the days off post is for each scheme.",
  box: "Half days off for groups",
  boxHint:
    'Left empty, and where the notice says nothing, those of the regulation hold: 8 March afternoon for women, 4 May afternoon for the young of 14 to 28. Otherwise one a line: date, am or pm, group, for example "03-08 pm women", "05-04 am young 14-28"; "none" if there are none.',
  was: (p) => `Now: ${p.list}`,
  byRegulation: (p) => `${p.list} (by the regulation on public holidays, as the notice does not say)`,
  day: (p) => `${p.date} ${p.what}`,
  excluded: "Half days off for the officer's group do not count.",
} satisfies Catalog<typeof zhCN>;
