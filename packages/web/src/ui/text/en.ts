import { absenceWords } from "./absence.ts";
import { accountImportWords } from "./accountImport.ts";
import { auditWords } from "./audit.ts";
import { auditExportWords } from "./auditExport.ts";
import { cosignerWords } from "./cosigner.ts";
import { delegationWords } from "./delegation.ts";
import { differenceWords } from "./difference.ts";
import { emergencyWords } from "./emergency.ts";
import { absenceClass, absenceKind, absenceState, dayPart, orderedBy, rung } from "./en/absence.ts";
import { absenceForm, absencePage, absencePreview } from "./en/absencePage.ts";
import { accountPage } from "./en/accountPage.ts";
import {
  assessmentPage,
  dimension,
  formAct,
  formKind,
  formState,
  grade,
  reportSection,
} from "./en/assessment.ts";
import { awardPage } from "./en/awardPage.ts";
import { dayReason, dayRule, weekdays, yearCalendar } from "./en/calendar.ts";
import { calendarPage, festival } from "./en/calendarPage.ts";
import { barChart, gauge } from "./en/chart.ts";
import { cohortPage } from "./en/cohortPage.ts";
import { cohortWorkbook } from "./en/cohortWorkbook.ts";
import { common } from "./en/common.ts";
import { postPage } from "./en/concurrentPost.ts";
import { dateBox } from "./en/dateBox.ts";
import { eventFact, eventType } from "./en/event.ts";
import { explanationPage } from "./en/explanationPage.ts";
import { extensionPage } from "./en/extensionPage.ts";
import { form } from "./en/form.ts";
import { gone } from "./en/gone.ts";
import { groupHalfDay } from "./en/groupHalfDay.ts";
import { handOverPage } from "./en/handOverPage.ts";
import { homePage } from "./en/homePage.ts";
import { importNotices } from "./en/importNotices.ts";
import { importPage } from "./en/importPage.ts";
import { keptPage } from "./en/keptPage.ts";
import { matchingPage } from "./en/matchingPage.ts";
import { chrome, nav } from "./en/nav.ts";
import { nextCohortPage } from "./en/nextCohortPage.ts";
import { notificationPage } from "./en/notification.ts";
import { officerPage } from "./en/officerPage.ts";
import { overviewPage } from "./en/overviewPage.ts";
import { pairGroup } from "./en/pairGroup.ts";
import { pairPage } from "./en/pairPage.ts";
import { pairPrint } from "./en/pairPrint.ts";
import { pairScheme } from "./en/pairScheme.ts";
import { pairStatistics } from "./en/pairStatistics.ts";
import { pairWork } from "./en/pairWork.ts";
import { paper } from "./en/paper.ts";
import { officerKind, role, sex, unitKind } from "./en/people.ts";
import { permissionPage } from "./en/permissionPage.ts";
import { problem } from "./en/problem.ts";
import { quotaPage } from "./en/quotaPage.ts";
import { refusals, unknownRefusal } from "./en/refusals.ts";
import { reportInPage } from "./en/reportInPage.ts";
import { earlyEndPage, rulingNotice, rulingPage } from "./en/rulingPage.ts";
import { schemeDraft } from "./en/schemeDraft.ts";
import { schemePage } from "./en/schemePage.ts";
import { risk, status, term, verdict } from "./en/secondment.ts";
import { secondmentList } from "./en/secondmentList.ts";
import { secondmentPage } from "./en/secondmentPage.ts";
import { sheet } from "./en/sheet.ts";
import { signInPage } from "./en/signInPage.ts";
import { spotCheckPage } from "./en/spotCheck.ts";
import { todoPage } from "./en/todoPage.ts";
import { unitPage } from "./en/unitPage.ts";
import { machineWords } from "./machine.ts";
import { openingWords } from "./opening.ts";
import { ownDataWords } from "./ownData.ts";
import { personPaperWords } from "./personPaper.ts";

/** English, complete: every key of the Chinese catalogue. */
export const en = {
  importNotices,
  importPage,
  nextCohortPage,
  gone,
  handOverPage,
  explanationPage,
  paper,
  extensionPage,
  awardPage,
  overviewPage,
  cohortPage,
  cohortWorkbook,
  permissionPage,
  postPage,
  unitPage,
  todoPage,
  calendarPage,
  groupHalfDay,
  festival,
  schemeDraft,
  schemePage,
  earlyEndPage,
  rulingNotice,
  reportInPage,
  rulingPage,
  absence: absenceWords.en,
  accountPage,
  cosignerPage: cosignerWords.en,
  emergencyPage: emergencyWords.en,
  machinePage: machineWords.en,
  delegationPage: delegationWords.en,
  signInPage,
  absenceClass,
  absenceForm,
  absenceKind,
  absencePage,
  absencePreview,
  absenceState,
  assessmentPage,
  barChart,
  chrome,
  common,
  dateBox,
  dayPart,
  dayReason,
  dayRule,
  dimension,
  eventFact,
  eventType,
  form,
  formAct,
  formKind,
  formState,
  gauge,
  grade,
  homePage,
  keptPage,
  matchingPage,
  nav,
  notificationPage,
  officerPage,
  openingPage: openingWords.en,
  ownData: ownDataWords.en,
  auditPage: auditWords.en,
  auditExportPage: auditExportWords.en,
  personPaper: personPaperWords.en,
  differencePage: differenceWords.en,
  accountImport: accountImportWords.en,
  officerKind,
  pairGroup,
  pairPage,
  pairScheme,
  pairPrint,
  pairStatistics,
  pairWork,
  quotaPage,
  orderedBy,
  problem,
  refusals,
  reportSection,
  risk,
  role,
  rung,
  secondmentList,
  sheet,
  secondmentPage,
  sex,
  spotCheckPage,
  status,
  term,
  unitKind,
  unknownRefusal,
  verdict,
  weekdays,
  yearCalendar,
};
