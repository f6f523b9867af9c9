import {
  absenceAct,
  absenceClass,
  absenceKind,
  absenceState,
  dayPart,
  orderedBy,
  rung,
} from "./zhCN/absence.ts";
import { absenceForm, absencePage, absencePreview } from "./zhCN/absencePage.ts";
import { dayReason, dayRule, weekdays, yearCalendar } from "./zhCN/calendar.ts";
import { calendarPage } from "./zhCN/calendarPage.ts";
import { barChart, gauge } from "./zhCN/chart.ts";
import { cohortPage } from "./zhCN/cohortPage.ts";
import { common } from "./zhCN/common.ts";
import { form } from "./zhCN/form.ts";
import { importPage } from "./zhCN/importPage.ts";
import { chrome, nav } from "./zhCN/nav.ts";
import { officerKind, role, sex, unitKind } from "./zhCN/people.ts";
import { problem } from "./zhCN/problem.ts";
import { refusals, unknownRefusal } from "./zhCN/refusals.ts";
import { schemePage } from "./zhCN/schemePage.ts";
import { risk, status, verdict } from "./zhCN/secondment.ts";
import { eventFact, eventType, secondmentList, secondmentPage } from "./zhCN/secondmentPage.ts";
import { taskPage } from "./zhCN/taskPage.ts";
import { unitPage } from "./zhCN/unitPage.ts";

/** Chinese, the first language: it sets the keys of every other catalogue. One file per noun in `zhCN/`. */
export const zhCN = {
  importPage,
  cohortPage,
  unitPage,
  taskPage,
  calendarPage,
  schemePage,
  absenceAct,
  absenceClass,
  absenceForm,
  absenceKind,
  absencePage,
  absencePreview,
  absenceState,
  barChart,
  chrome,
  common,
  dayPart,
  dayReason,
  dayRule,
  eventFact,
  eventType,
  form,
  gauge,
  nav,
  officerKind,
  orderedBy,
  problem,
  refusals,
  risk,
  role,
  rung,
  secondmentList,
  secondmentPage,
  sex,
  status,
  unitKind,
  unknownRefusal,
  verdict,
  weekdays,
  yearCalendar,
};
