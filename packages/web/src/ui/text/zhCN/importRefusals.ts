import type { RefusalFigures, RefusalSentences } from "../catalog.ts";

const tooHeavy = (p: RefusalFigures) =>
  `文件 ${p.fileName} 展开后过大或结构过于复杂，超出读取限制；请只保留名单，另存为新的 .xlsx 或 .csv 后上传`;

const withTime = "单元格里除日期外还有时刻（可能没有显示出来），无法确定是哪一天，请只填日期";

/** Files, columns and cells of an import. */
export const importRefusals = {
  "cell-unreadable": () => "该单元格的内容无法读取，请在原处重新输入",
  "cell-error": (p) => `单元格是错误值 ${p.error}`,
  "character-lost": () =>
    "有字符丢失（显示为“?”或“�”），多为另存为 CSV 或 GBK 时丢了生僻字；请在原文件中补正，另存为 .xlsx 后上传",
  "column-near-miss": (p) =>
    `“${p.heading}”不是模板中的列，是否应为“${p.meant}”？请改正表头后重新上传，或在确认时选择不导入此列`,
  "ambiguous-place": (p) => `有多处地点名为“${p.place}”，请改填代码：${p.codes}`,
  "columns-unanswered": (p) => `请先确认不导入这些列，或改正表头后重新上传：${p.columns}`,
  "duplicate-in-file": (p) =>
    p.firstSheet ? `与工作表“${p.firstSheet}”第 ${p.firstRow} 行重复` : `与第 ${p.firstRow} 行重复`,
  "file-empty": (p) => `文件 ${p.fileName} 没有内容`,
  "file-encrypted": (p) => `文件 ${p.fileName} 设有密码，请取消密码后上传`,
  "file-required": () => "请选择要上传的文件",
  "file-too-heavy": tooHeavy,
  "file-too-large": (p) => {
    if (p.isPacked) return tooHeavy(p);
    return p.limitMegabytes ? `文件不得超过 ${p.limitMegabytes} MB` : "内容超过允许的大小";
  },
  "file-unreadable": () => "无法读取该文件，请使用模板，保存为 .xlsx、.xls 或 .csv",
  "format-unknown": (p) => `单元格使用了无法识别的显示格式“${p.format}”，请将该列设为文本格式后重新填写`,
  "formula-not-allowed": () => "单元格不能含公式，请粘贴为数值",
  "heading-unreadable": (p) =>
    `“${p.heading}”列的表头${p.isFormula ? "是公式" : "无法读取"}，不能确定是不是模板中的列；请把表头改为文字后重新上传，或在确认时选择不导入此列`,
  "lists-hidden": (p) => `名单所在的工作表是隐藏的（${p.sheets}），请取消隐藏后上传`,
  "merged-cell": () => "请取消合并单元格",
  "missing-columns": (p) =>
    `工作表“${p.sheet}”缺少列：${p.columns}${p.near ? `（文件中的${p.near}是否就是？请改用模板中的列名）` : ""}${p.unread ? `；${p.unread}列的表头是公式或无法读取，请改为文字` : ""}`,
  "not-a-code": () => "代码只能用字母、数字和短横线，最多 20 位",
  "not-a-date": (p) =>
    p.hasTime ? `${withTime}，如 2026-03-02` : "不是有效日期，请按 2026-03-02 的格式填写",
  "not-a-kind": () => "人员类别应为民警或辅警",
  "not-a-month": (p) => (p.hasTime ? `${withTime}，如 1995-06` : "不是有效年月，请按 1995-06 的格式填写"),
  "not-a-service-number": () => "警号只能用字母、数字和短横线，最多 20 位",
  "not-a-post-role": () => "职务应从模板的下拉列表中选择",
  "officer-named-otherwise": (p) => `与警号 ${p.serviceNumber} 登记的姓名不一致，请核对警号`,
  "post-appointed-otherwise": (p) => `该兼任已登记，聘任单位为“${p.appointedBy}”；名单不改动已登记的兼任`,
  "post-held-in-file": (p) =>
    `与${p.firstSheet ? `工作表“${p.firstSheet}”` : ""}第 ${p.firstRow} 行是同一人在同一地点的同一职务，期限重叠`,
  "not-a-sex": () => "性别应为男或女",
  "not-a-unit-kind": () => "单位类型应为市局、分局、派出所或机关部门",
  "not-a-pair-scheme": () => "没有此名称的结对方案，请从模板的下拉列表中选择，或填写方案现用名称",
  "not-yes-or-no": () => "请填“是”或“否”",
  "paired-otherwise": (p) => `本次挂职已与 ${p.number} ${p.name} 结对，不能由名单改为他人；请在该结对中办理`,
  "partner-differs": (p) =>
    p.firstRow
      ? `与${p.firstSheet ? `工作表“${p.firstSheet}”` : ""}第 ${p.firstRow} 行同一警号的带教民警不一致`
      : `与警号 ${p.number} 登记的不一致，请核对带教民警的警号`,
  "partner-elsewhere": (p) =>
    `警号 ${p.number} 不是挂职派出所的人员（登记单位代码 ${p.unit}），带教民警须在挂职派出所`,
  "partner-in-list": (p) =>
    `该带教民警在${p.firstSheet ? `工作表“${p.firstSheet}”` : ""}第 ${p.row} 行自己也被派出，不能带教`,
  "partner-needed": () => "填写了结对内容，但没有填带教民警警号",
  "partner-seconded": (p) => `该带教民警自己在挂职（${p.from} 至 ${p.to}），不能带教`,
  "partner-unknown": (p) =>
    `警号 ${p.number} 尚未登记：请一并填写带教民警的性别和出生年月，确认后登记到挂职派出所`,
  "not-text": () => "应为文本",
  "nothing-to-import": () => "没有可以导入的行",
  "number-lost-digits": () => "数字被表格软件改写，请将该列设为文本格式后重新填写",
  "post-twice-in-file": (p) =>
    `与${p.firstSheet ? `工作表“${p.firstSheet}”` : ""}第 ${p.firstRow} 行为同一派出所同一岗位`,
  "quote-not-closed": (p) =>
    `${p.row ? `第 ${p.row} 行` : "本行"}的引号没有成对，连同其后共 ${p.lines} 行文字被并入一个单元格，未作为数据行读取；请补上或删去引号`,
  "repeated-columns": (p) => `工作表“${p.sheet}”有重复的列：${p.columns}`,
  "same-person-in-file": (p) =>
    `警号 ${p.known} 尚未登记：同一人只保留一行，请将本行选为“本行不导入”，或选为另一人`,
  "same-person-known": (p) =>
    `警号 ${p.number} 与 ${p.known} 都已登记：如是同一人，请将本行选为“本行不导入”，并在人员页面合并两个警号`,
  "same-person-other-number": (p) => {
    if (p.merged) {
      const merged = `警号 ${p.merged} 已并入警号 ${p.known}（同一人），不能再用于导入`;
      return `${merged}。${p.asked ? "请在下方选定是否为同一人" : `请改用 ${p.known}`}`;
    }
    if (p.moved && !p.byForm) {
      const moved = `警号 ${p.moved} 调入该派出单位后，与警号 ${p.known} 的姓名、性别、出生年月、派出单位都相同`;
      return p.asked
        ? `${moved}。请在下方选定是否为另一人`
        : `${moved}。同一人：请在人员页面合并两个警号；确为另一人：请先在“单位人员”中更正派出单位并勾选“确认是另一人”，再上传`;
    }
    const why = `可能与警号 ${p.known} 是同一人（警号只差前导零或大小写，或姓名、性别、出生年月、派出单位都相同）`;
    if (p.corrected)
      return `更正后与警号 ${p.known} 的姓名、性别、出生年月、派出单位都相同。同一人：请改用“并入另一警号”；确为另一人：请勾选“确认是另一人”`;
    if (p.approved)
      return `更正后与警号 ${p.known} 的姓名、性别、出生年月、派出单位都相同，提出时尚未核对。请不批准并说明理由，由提出人核对后重新提出`;
    if (p.byForm) return `${why}。同一人：请使用该警号；确为另一人：请勾选“确认是另一人”`;
    if (p.asked) return `${why}。请在下方选定是否为同一人`;
    return `${why}。同一人：请改用 ${p.known}；确为另一人：请先在“单位人员”中登记此警号，再上传`;
  },
  "same-person-twice": (p) =>
    `${p.firstSheet ? `工作表“${p.firstSheet}”` : ""}第 ${p.firstRow} 行已选定为警号 ${p.known} 的人员，两行只能导入一行`,
  "same-person-undecided": (p) => {
    const place = p.row ? `${p.sheet ? `工作表“${p.sheet}”` : ""}第 ${p.row} 行：` : "";
    return `${place}请选定是否与警号 ${p.known} 为同一人`;
  },
  "sheets-disagree": (p) =>
    `工作表 ${p.sheets} 都像名单，但列不一致（${p.columns}），无法一并读取；请统一表头，或删除、隐藏不需要的工作表`,
  "shown-otherwise": (p) =>
    p.shown === ""
      ? "单元格有内容但不显示，请将该列设为文本格式后重新填写"
      : `单元格显示为“${p.shown}”，与所存内容不一致，请将该列设为文本格式后重新填写`,
  "too-many-rows": (p) => `最多 ${p.limit} 行，请分成几个文件`,
  "unit-changed-since": (p) => `单位 ${p.unit} 在核对之后已被改动，保持现状；需要更新的，请重新上传核对`,
  "unit-would-change": (p) => {
    const above = p.moved ? `；上级单位：${p.above || "无"} → ${p.aboveThen || "无"}` : "";
    return `单位 ${p.unit} 与系统中的不同：${p.was} → ${p.becomes}${above}。确认时勾选的才更新，不勾选则保持系统中的不变`;
  },
} satisfies RefusalSentences;
