import type { Catalog } from "../catalog.ts";
import type { importPage as zhImportPage } from "../zhCN/importPage.ts";

export const importPage = {
  title: (p) => `Import people: ${p.cohort}`,
  steps: "Steps of the import",
  step: {
    template: "Get the template",
    upload: "Upload the file",
    check: "Check the problems",
    confirm: "Confirm",
    result: "See the result",
  },
  templateHelp:
    "The template has the sheets Secondments, Units and Instructions. Sex, kind and units can be chosen from lists, service numbers are text, and the units on file are filled in. With a partner in the last columns a row makes the mentor pair, too.",
  templateXlsx: "Download the Excel template (.xlsx)",
  templateCsv: "Download the CSV template (people only)",
  csvHelp: "A CSV holds people only, and its units must be on file already; UTF-8 and GB18030 are both read.",
  listHelp:
    "To add to a list that is there or change it, begin with the list as it is: its cells are text, it can be uploaded again as it is, and rows that were not changed are not written twice.",
  listXlsx: "Download the present list (.xlsx, to change and import again)",
  listFile: (p) => `${p.cohort} secondments`,
  file: "File",
  fileHint:
    "An .xlsx, .xls or .csv of at most 4 MB and 5,000 rows a sheet. It is checked first; nothing is stored yet.",
  upload: "Upload and check",
  uploaded: (p) => `Uploaded on ${p.on} by ${p.by}`,
  confirmed: (p) => `Confirmed on ${p.on} by ${p.by}`,
  rows: "rows",
  good: "can be imported",
  bad: "have problems",
  problems: (p) => (p.count === 1 ? "1 problem" : `${p.count} problems`),
  noProblems: "Every row passed the check.",
  problemsHelp:
    "Put these right in the file and upload it again. You may also import the good rows first: people who are there already are never created twice.",
  downloadProblems: "Download the problems (CSV)",
  problemsFile: "problems",
  sheet: "Sheet",
  row: "Row",
  column: "Column",
  message: "Problem",
  shown: (p) => `${p.from}–${p.to} of ${p.count}`,
  understood: "What was understood",
  textFile: "text file",
  sheetRead: (p) => `Sheet "${p.sheet}" was read as ${p.holds}: ${p.rows} data rows`,
  linesRead: (p) =>
    `The file has ${p.lines} lines of text; they make ${p.records} records, headings included`,
  peopleSample:
    "People as they would be stored (the first rows and one at random: compare them with the file)",
  postsSample:
    "Concurrent posts as they would be written (the first rows and one at random: compare them with the file)",
  pastedFile: "pasted list",
  unitsSample: "Units as they would be stored (the first rows and one at random: compare them with the file)",
  randomRow: (p) => `${p.row} (chosen at random)`,
  term: "Term",
  notices: (p) => `Notices (${p.count}): what was not read, or was read though it is hidden`,
  notice: "Notice",
  noticeMark: (p) => `Notice: ${p.notice}`,
  leaveOut:
    "Columns that were not read: their headings are close to those of the template, or cannot be read",
  leaveOutHint:
    "If they belong to the list, give them the headings of the template and upload the file again. If not, tick each of them.",
  leaveOutColumn: (p) => `Leave out "${p.heading}"`,
  unitChanges: (p) =>
    `${p.count === 1 ? "1 unit on file" : `${p.count} units on file`} that would be updated: only what is ticked is`,
  unitChangesHelp:
    "The file has these units otherwise than they are on file. An old file would give units their old names again: tick only those that are to be updated; the others stay as they are.",
  changeAllUnits: "Tick all: units that would be updated",
  changeUnit: "Update",
  changeThisUnit: (p) => `Update unit ${p.unit}: ${p.was} → ${p.becomes}`,
  unitCode: "Unit code",
  change: "Change",
  wasBecomes: (p) =>
    `${p.was} → ${p.becomes}${p.isMoved ? `; parent unit: ${p.above || "none"} → ${p.aboveThen || "none"}` : ""}`,
  moves: (p) => `Home units and kinds that the list has otherwise (${p.count} people, updated from the list)`,
  movesHelp:
    "Once confirmed, these people have the home unit and kind of the list, and this cohort is sent from that unit; earlier secondments keep the unit that sent them. Nobody with a secondment that is not ruled on is moved by a list: they stand among the problems and are corrected on the person's page.",
  moved: (p) => `${p.number} ${p.name}: ${p.changes}`,
  movedFact: (p) => `${p.fact}: ${p.from} → ${p.to}`,
  wayMoves: (p) => `This updates: ${p.changes}`,
  samePerson: (p) =>
    p.count === 1
      ? "1 row to decide: is this somebody known?"
      : `${p.count} rows to decide: is this somebody known?`,
  samePersonHelp:
    "Each number differs from a known one by leading zeros or case only, or name, sex, birth month and home unit (as imported) are the same. Choose for each row; nothing is written before. The choice stays on record with your name.",
  samePersonRow: (p) =>
    `${p.sheet ? `Sheet "${p.sheet}", row` : "Row"} ${p.row}: ${p.name} is written with number ${p.number}`,
  isSame: (p) => `The same person: ${p.known}`,
  isAnother: (p) => `Another person than ${p.known}: ${p.number}`,
  isLeftOut: "Leave this row out",
  mergeInstead: (p) =>
    `If it is the same person, choose this and merge ${p.number} and ${p.known} on the officer's page`,
  wayShut: (p) => `Not possible: ${p.reasons}`,
  unchanged: (p) =>
    `Of ${p.of} people who can be imported, ${p.rows} are on file exactly so: they are neither written again nor changed.`,
  reasonMark: "; ",
  would: "What confirming would write",
  what: "What",
  create: "Create",
  update: "Update",
  alreadyThere: "Already there",
  units: "Units",
  officers: "Officers",
  secondments: "Secondments",
  pairs: "Mentor pairs",
  posts: "Concurrent posts",
  partner: "Partner (mentor)",
  partnerLine: (p) => `${p.number} ${p.name} · ${p.focus}`,
  pairWaits: "the pair waits for a second person",
  confirm: (p) =>
    `${p.rows === "1" ? "Import 1 row" : `Import ${p.rows} rows`}${p.more ? " and those decided above" : ""}`,
  confirmHelp: "The rows are then written in the background, one by one; you may leave this page.",
  nothingTitle: "There is no row to import",
  nothing: "Put the problems right in the file and upload it again.",
  again: "Upload again",
  running: "Importing",
  runningHelp:
    "You may leave this page and come back. If the work is interrupted, it goes on by itself and writes nothing twice.",
  finished: (p) =>
    `Import finished: ${p.created} written, ${p.alreadyThere} already there, ${p.refused} refused.`,
  created: "written",
  done: "done",
  left: "left",
  refused: "refused",
  refusedTable: (p) => (p.count === 1 ? "1 row refused" : `${p.count} rows refused`),
  noneRefused: "No row was refused.",
  leftOut: (p) =>
    p.count === 1
      ? "The row with 1 problem found by the check was left out."
      : `The rows with ${p.count} problems found by the check were left out.`,
  toCohort: "Back to the cohort",
  toPeople: "See the people of this cohort",
  status: { checked: "To be confirmed", running: "Importing", finished: "Finished" },
  list: "Imports",
  none: "Nobody has been imported yet",
  noneHelp: 'Choose "Import people", fill in the template and upload it: the people will then show here.',
  fileName: "File",
  on: "Uploaded on",
  goodColumn: "Good rows",
  templateFile: "secondments-template",
} satisfies Catalog<typeof zhImportPage>;
