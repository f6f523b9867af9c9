import {
  absenceAct,
  absenceClass,
  absenceKind,
  absenceState,
  dayPart,
  orderedBy,
  rung,
} from "./en/absence.ts";
import { absenceForm, absencePage, absencePreview } from "./en/absencePage.ts";
import { dayReason, dayRule, weekdays, yearCalendar } from "./en/calendar.ts";
import { calendarPage } from "./en/calendarPage.ts";
import { barChart, gauge } from "./en/chart.ts";
import { cohortPage } from "./en/cohortPage.ts";
import { common } from "./en/common.ts";
import { form } from "./en/form.ts";
import { importPage } from "./en/importPage.ts";
import { chrome, nav } from "./en/nav.ts";
import { officerKind, role, sex, unitKind } from "./en/people.ts";
import { problem } from "./en/problem.ts";
import { refusals, unknownRefusal } from "./en/refusals.ts";
import { schemePage } from "./en/schemePage.ts";
import { risk, status, verdict } from "./en/secondment.ts";
import { eventFact, eventType, secondmentList, secondmentPage } from "./en/secondmentPage.ts";
import { taskPage } from "./en/taskPage.ts";
import { unitPage } from "./en/unitPage.ts";

/** English, complete: every key of the Chinese catalogue. */
export const en = {
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
