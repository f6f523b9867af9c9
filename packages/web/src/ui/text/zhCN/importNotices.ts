import type { NoticeSentences } from "../catalog.ts";

/** What a file holds and was not read, or was read though nobody sees it. */
export const importNotices = {
  "column-hidden": (p) => `“${p.column}”列在文件中是隐藏的，仍已读取`,
  "column-left-out": (p) => `“${p.column}”列按上传人的选择不导入`,
  "column-not-used": (p) => `“${p.column}”不是模板中的列，未读取`,
  "column-without-heading": (p) => `${p.column} 列有内容但没有表头，未读取`,
  "columns-beyond": () => "第 100 列以后还有内容，未读取",
  "heading-formula": (p) => `“${p.column}”列的表头是公式，已按其显示的文字读取`,
  "lines-joined": (p) => `第 ${p.rows} 行的单元格内有换行，一条记录占多行文字（共 ${p.count} 条）`,
  "parts-struck": () =>
    "这个 .xls 文件的字体中有删除线，可能有单元格只划去了其中几个字；在哪一格无法读出，文字已全部读取，请对照原文件核对",
  "rows-above-headings": (p) => `第 ${p.rows} 行在表头以上，未读取`,
  "rows-filtered": (p) => `第 ${p.rows} 行被筛选或隐藏，仍已读取（共 ${p.count} 行）`,
  "rows-hidden": (p) => `第 ${p.rows} 行在文件中是隐藏的，仍已读取（共 ${p.count} 行）`,
  "rows-not-read": (p) => `第 ${p.rows} 行在名单各列中没有内容，未作为数据行读取（共 ${p.count} 行）`,
  "rows-struck": (p) =>
    `第 ${p.rows} 行有删除线，仍已读取（共 ${p.count} 行）；不要导入的，请删去该行后重新上传`,
  "rows-without-person": (p) => `第 ${p.rows} 行只有派出所或职务、没有人员，未读取（共 ${p.count} 行）`,
  "sheet-empty": (p) => `工作表“${p.sheet}”只有表头，没有数据行`,
  "sheet-hidden": (p) => `工作表“${p.sheet}”是隐藏的，未读取`,
  "sheet-of-others": (p) => `工作表“${p.sheet}”是另一类名单，应在相应页面导入，此处未读取`,
  "sheet-not-read": (p) => `工作表“${p.sheet}”不是名单，未读取`,
} satisfies NoticeSentences;
