import type { PostCells, SecondmentCells, UnitCells } from "./cellSchemas.ts";

export type Language = "zh-CN" | "en";
type Help = { readonly meaning: string; readonly example: string };
type SheetHelp<Cells> = { readonly [Key in keyof Required<Cells>]: Help };
type TemplateTexts = {
  readonly headings: readonly string[];
  readonly yes: string;
  readonly no: string;
  readonly notes: readonly string[];
  readonly secondments: SheetHelp<SecondmentCells>;
  readonly units: SheetHelp<UnitCells>;
  readonly postNotes: readonly string[];
  readonly posts: SheetHelp<PostCells>;
};

const zh: TemplateTexts = {
  headings: ["工作表", "列", "必填", "填写要求", "示例"],
  yes: "是",
  no: "否",
  notes: [
    "每人一行，同一警号在本表中只能出现一次。一次最多导入 5000 行，文件不超过 4 MB。",
    "列的顺序可以调整，也可以另加列（导入时忽略）；请勿改动表头文字，请勿合并单元格。",
    "单元格内不能使用公式。从其他表格复制时，请选择“粘贴数值”。",
    "新单位请先填入“单位”工作表，再在“挂职名单”中引用其代码或名称。",
    "上传后先核对，不会立即写入；全部问题按行列出，确认后才开始导入。",
  ],
  secondments: {
    serviceNumber: {
      meaning: "不超过 20 位的数字、字母或连字符。本列为文本格式，开头的 0 会保留",
      example: "012345",
    },
    name: { meaning: "与人事档案一致，不超过 40 字", example: "（按人事档案填写）" },
    sex: { meaning: "男或女，可从下拉列表选择", example: "男" },
    birthMonth: { meaning: "年-月；也可写 1995/6、1995年6月或 199506", example: "1995-06" },
    kind: { meaning: "民警或辅警，可从下拉列表选择", example: "民警" },
    homeUnit: { meaning: "单位代码，或与“单位”工作表完全一致的名称", example: "B01" },
    hostStation: { meaning: "派出所的单位代码，或与“单位”工作表完全一致的名称", example: "B01-S01" },
    post: { meaning: "不超过 40 字；空白时为挂职副所长", example: "挂职副所长" },
    from: { meaning: "年-月-日；空白时按批次的起始日期", example: "2026-03-02" },
    partner: {
      meaning: "挂职派出所的带教民警；填写后同时建立师徒结对，带教方向、结对方案等须一并填写。不结对时空白",
      example: "023456",
    },
    partnerName: { meaning: "与人事档案一致，用于核对警号", example: "（按人事档案填写）" },
    partnerSex: { meaning: "带教民警尚未登记时填写", example: "男" },
    partnerBirthMonth: { meaning: "带教民警尚未登记时填写，年-月", example: "1980-01" },
    focus: { meaning: "从下拉列表选择", example: "执法办案" },
    pairScheme: { meaning: "从下拉列表选择；决定一师所带人数、休整、是否审批", example: "师徒结对（标准）" },
    eligible: { meaning: "是或否：资格清单是否全部符合；否或空白时结对待另一人审批", example: "是" },
    kin: { meaning: "是或否：师徒有无亲属关系；方案要求申报时必填", example: "否" },
  },
  units: {
    code: { meaning: "不超过 20 位的数字、字母或连字符，不能重复", example: "B01-S01" },
    name: { meaning: "不超过 60 字", example: "示例派出所" },
    kind: { meaning: "市局、分局、派出所或机关，可从下拉列表选择", example: "派出所" },
    parent: { meaning: "上级单位的代码；最高一级单位空白，派出所的上级是分局", example: "B01" },
  },
  postNotes: [
    "每项兼任一行，一人有几项兼任就填几行。一次最多导入 5000 行，文件不超过 4 MB。",
    "列的顺序可以调整，也可以另加列（导入时忽略）；请勿改动表头文字，请勿合并单元格，不能使用公式。",
    "人员须已登记，地点须已在“兼任地点”登记；本工作表末尾列有已登记的地点。",
    "上传后先核对，不会立即写入；已登记的兼任不重复写入，也不改动。",
  ],
  posts: {
    serviceNumber: { meaning: "已登记人员的警号；本列为文本格式，开头的 0 会保留", example: "012345" },
    name: { meaning: "与人事档案一致，用于核对警号", example: "（按人事档案填写）" },
    place: { meaning: "地点的名称（重名时填代码），可从下拉列表选择", example: "示例小学" },
    role: { meaning: "可从下拉列表选择；须与地点类别相符", example: "法治副校长" },
    appointedBy: { meaning: "发出聘书或任命的单位，不超过 60 字", example: "示例区教育局" },
    from: { meaning: "年-月-日", example: "2026-03-01" },
    to: { meaning: "年-月-日，任期最后一天；一次聘任最长五年", example: "2027-02-28" },
  },
};

const en: TemplateTexts = {
  headings: ["Sheet", "Column", "Required", "What to enter", "Example"],
  yes: "yes",
  no: "no",
  notes: [
    "One row per person; a service number may stand in the list only once. At most 5,000 rows and 4 MB a file.",
    "Columns may be moved, and others added (they are ignored). Keep the headings, and do not merge cells.",
    "Formulas are not accepted. When copying from another workbook, paste values.",
    "Enter a new unit in the sheet Units first, then use its code or name in the sheet Secondments.",
    "An upload is checked before anything is stored: every problem is listed by row, and the import starts when you confirm.",
  ],
  secondments: {
    serviceNumber: {
      meaning: "At most 20 digits, letters or hyphens. The column is text, so leading zeros stay",
      example: "012345",
    },
    name: {
      meaning: "As in the personnel file, at most 40 characters",
      example: "(as in the personnel file)",
    },
    sex: { meaning: "male or female; choose from the list", example: "male" },
    birthMonth: { meaning: "Year-month; 1995/6 and 199506 are understood too", example: "1995-06" },
    kind: { meaning: "officer or auxiliary; choose from the list", example: "officer" },
    homeUnit: { meaning: "Unit code, or the name exactly as in the sheet Units", example: "B01" },
    hostStation: {
      meaning: "Code of the station, or its name exactly as in the sheet Units",
      example: "B01-S01",
    },
    post: {
      meaning: "At most 40 characters; 挂职副所长 (deputy station director) if blank",
      example: "挂职副所长",
    },
    from: { meaning: "Year-month-day; the cohort's start date if blank", example: "2026-03-02" },
    partner: {
      meaning:
        "The partner at the host station. With it the row makes a mentor pair, too, and wants the focus, the scheme and the rest; blank without a pair",
      example: "023456",
    },
    partnerName: {
      meaning: "As in the personnel file: the number is held against it",
      example: "(as in the personnel file)",
    },
    partnerSex: { meaning: "Only of a partner who is not on file yet", example: "male" },
    partnerBirthMonth: {
      meaning: "Only of a partner who is not on file yet; year-month",
      example: "1980-01",
    },
    focus: { meaning: "Choose from the list", example: "casework" },
    pairScheme: {
      meaning: "Choose from the list: it sets load, rest and approval",
      example: "pair-standard",
    },
    eligible: {
      meaning:
        "yes or no: the whole checklist of a mentor is met. No or blank, and the pair waits for a second person",
      example: "yes",
    },
    kin: { meaning: "yes or no: the two are kin. Required where the scheme asks", example: "no" },
  },
  units: {
    code: { meaning: "At most 20 digits, letters or hyphens, each code once", example: "B01-S01" },
    name: { meaning: "At most 60 characters", example: "Example station" },
    kind: { meaning: "bureau, branch, station or office; choose from the list", example: "station" },
    parent: {
      meaning: "Code of the unit above; blank for the top unit. A station belongs to a branch",
      example: "B01",
    },
  },
  postNotes: [
    "One row per post; somebody with several posts has a row for each. At most 5,000 rows and 4 MB a file.",
    "Columns may be moved, and others added (they are ignored). Keep the headings; no merged cells, no formulas.",
    "People are on file, and places are on the list of places, which stands at the end of this sheet.",
    "An upload is checked before anything is stored; a post that is on file is neither written again nor changed.",
  ],
  posts: {
    serviceNumber: {
      meaning: "Of somebody on file. The column is text, so leading zeros stay",
      example: "012345",
    },
    name: { meaning: "As on file: the number is held against it", example: "(as in the personnel file)" },
    place: {
      meaning: "Name of the place, or its code where two have that name; choose from the list",
      example: "示例小学",
    },
    role: { meaning: "Choose from the list; it belongs to the kind of place", example: "vice-principal" },
    appointedBy: { meaning: "Who appoints, at most 60 characters", example: "示例区教育局" },
    from: { meaning: "Year-month-day", example: "2026-03-01" },
    to: {
      meaning: "Year-month-day, the last day; an appointment lasts five years at most",
      example: "2027-02-28",
    },
  },
};

/** What the template says about itself. */
export const templateTexts = { "zh-CN": zh, en } satisfies Record<Language, TemplateTexts>;

/** The name of a sheet or column in the language of the template. */
export function label(names: { readonly zh: string; readonly en: string }, language: Language): string {
  return language === "en" ? names.en : names.zh;
}
