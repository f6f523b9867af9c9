import { absenceWords } from "./absence.ts";
import { accountImportWords } from "./accountImport.ts";
import { auditWords } from "./audit.ts";
import { auditExportWords } from "./auditExport.ts";
import { cosignerWords } from "./cosigner.ts";
import { delegationWords } from "./delegation.ts";
import { differenceWords } from "./difference.ts";
import { emergencyWords } from "./emergency.ts";
import { machineWords } from "./machine.ts";
import { openingWords } from "./opening.ts";
import { ownDataWords } from "./ownData.ts";
import { personPaperWords } from "./personPaper.ts";
import { absenceClass, absenceKind, absenceState, dayPart, orderedBy, rung } from "./zhCN/absence.ts";
import { absenceForm, absencePage, absencePreview } from "./zhCN/absencePage.ts";
import { accountPage } from "./zhCN/accountPage.ts";
import {
  assessmentPage,
  dimension,
  formAct,
  formKind,
  formState,
  grade,
  reportSection,
} from "./zhCN/assessment.ts";
import { awardPage } from "./zhCN/awardPage.ts";
import { dayReason, dayRule, weekdays, yearCalendar } from "./zhCN/calendar.ts";
import { calendarPage, festival } from "./zhCN/calendarPage.ts";
import { barChart, gauge } from "./zhCN/chart.ts";
import { cohortPage } from "./zhCN/cohortPage.ts";
import { cohortWorkbook } from "./zhCN/cohortWorkbook.ts";
import { common } from "./zhCN/common.ts";
import { postPage } from "./zhCN/concurrentPost.ts";
import { dateBox } from "./zhCN/dateBox.ts";
import { eventFact, eventType } from "./zhCN/event.ts";
import { explanationPage } from "./zhCN/explanationPage.ts";
import { extensionPage } from "./zhCN/extensionPage.ts";
import { form } from "./zhCN/form.ts";
import { gone } from "./zhCN/gone.ts";
import { groupHalfDay } from "./zhCN/groupHalfDay.ts";
import { handOverPage } from "./zhCN/handOverPage.ts";
import { homePage } from "./zhCN/homePage.ts";
import { importNotices } from "./zhCN/importNotices.ts";
import { importPage } from "./zhCN/importPage.ts";
import { keptPage } from "./zhCN/keptPage.ts";
import { matchingPage } from "./zhCN/matchingPage.ts";
import { chrome, nav } from "./zhCN/nav.ts";
import { nextCohortPage } from "./zhCN/nextCohortPage.ts";
import { notificationPage } from "./zhCN/notification.ts";
import { officerPage } from "./zhCN/officerPage.ts";
import { overviewPage } from "./zhCN/overviewPage.ts";
import { pairGroup } from "./zhCN/pairGroup.ts";
import { pairPage } from "./zhCN/pairPage.ts";
import { pairPrint } from "./zhCN/pairPrint.ts";
import { pairScheme } from "./zhCN/pairScheme.ts";
import { pairStatistics } from "./zhCN/pairStatistics.ts";
import { pairWork } from "./zhCN/pairWork.ts";
import { paper } from "./zhCN/paper.ts";
import { officerKind, role, sex, unitKind } from "./zhCN/people.ts";
import { permissionPage } from "./zhCN/permissionPage.ts";
import { problem } from "./zhCN/problem.ts";
import { quotaPage } from "./zhCN/quotaPage.ts";
import { refusals, unknownRefusal } from "./zhCN/refusals.ts";
import { reportInPage } from "./zhCN/reportInPage.ts";
import { earlyEndPage, rulingNotice, rulingPage } from "./zhCN/rulingPage.ts";
import { schemeDraft } from "./zhCN/schemeDraft.ts";
import { schemePage } from "./zhCN/schemePage.ts";
import { risk, status, term, verdict } from "./zhCN/secondment.ts";
import { secondmentList } from "./zhCN/secondmentList.ts";
import { secondmentPage } from "./zhCN/secondmentPage.ts";
import { sheet } from "./zhCN/sheet.ts";
import { signInPage } from "./zhCN/signInPage.ts";
import { spotCheckPage } from "./zhCN/spotCheck.ts";
import { todoPage } from "./zhCN/todoPage.ts";
import { unitPage } from "./zhCN/unitPage.ts";

/** Chinese, the first language: it sets the keys of every other catalogue. One file per noun in `zhCN/`. */
export const zhCN = {
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
  absence: absenceWords.zhCN,
  accountPage,
  cosignerPage: cosignerWords.zhCN,
  emergencyPage: emergencyWords.zhCN,
  machinePage: machineWords.zhCN,
  delegationPage: delegationWords.zhCN,
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
  openingPage: openingWords.zhCN,
  ownData: ownDataWords.zhCN,
  auditPage: auditWords.zhCN,
  auditExportPage: auditExportWords.zhCN,
  personPaper: personPaperWords.zhCN,
  differencePage: differenceWords.zhCN,
  accountImport: accountImportWords.zhCN,
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
