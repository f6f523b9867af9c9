import { inBoth } from "./catalog.ts";

/** The words of lists of accounts and of their links, in both languages. */
export const accountImportWords = inBoth({
  zhCN: {
    title: "批量开立账号",
    intro:
      "每人一行，兼任多种身份的每种身份一行。上传后先核对，不会写入；确认后开立账号、生成一次性链接，身份列为待安全管理员确认。",
    template: "下载模板",
    templateFile: "账号名单模板",
    file: "账号名单",
    fileHint: "支持 .xlsx、.xls、.csv，不超过 4 MB，最多 500 行。",
    upload: "上传并核对",
    checked: "核对结果",
    would: (p: { opens: string; proposes: string; unchanged: string }) =>
      `将开立账号 ${p.opens} 个，提出身份 ${p.proposes} 项；已有、无需变动 ${p.unchanged} 行。`,
    nothing: "没有可以写入的行。",
    confirm: "确认写入",
    again: "重新上传",
    problems: (p: { count: string }) => `问题清单（共 ${p.count} 处），这些行不会写入`,
    noProblems: "没有发现问题。",
    notices: "未读取的内容",
    row: "行号",
    column: "列",
    message: "问题",
    done: (p: { opened: string; changed: string }) =>
      `已开立账号 ${p.opened} 个，更新已有账号 ${p.changed} 个。`,
    roleWaits: "提出的身份须由安全管理员在账号页面逐项确认。",
    sheets: {
      links: {
        open: "一次性链接",
        title: "尚不能登录的账号",
        intro:
          "勾选后生成一次性链接清单，清单只显示一次。链接 24 小时内有效；已生成而未用的旧链接同时继续有效至期满。",
        make: "生成链接清单",
        sheet: "一次性链接清单",
        sheetIntro: "本页只显示这一次。请打印后裁开，当面交给本人，不要通过群聊或邮件发送。",
        column: "链接",
      },
      codes: {
        open: "交接码",
        title: "尚不能登录、需要交接码的账号",
        intro:
          "勾选后生成交接码清单，清单只显示一次。本人凭系统管理员给的一次性链接设置口令时须填写交接码；24 小时内有效，重新生成后旧码失效。",
        make: "生成交接码清单",
        sheet: "交接码清单",
        sheetIntro: "本页只显示这一次。请核实本人身份后当面告知，不要交给系统管理员转交。",
        column: "交接码",
      },
    },
    noneLeft: "每个可用的账号都已能登录",
    until: (p: { until: string }) => `有效至 ${p.until}`,
    select: (p: { name: string }) => `选择 ${p.name}`,
    selectColumn: "选择",
    linkRefused: "未生成",
  },
  en: {
    title: "Open accounts from a list",
    intro:
      "One row a person, and one for each role where somebody has several. A file is checked first and nothing is written; when you confirm, accounts are opened with one-time links, and roles wait for the security officer.",
    template: "Template",
    templateFile: "accounts",
    file: "List of accounts",
    fileHint: ".xlsx, .xls or .csv, up to 4 MB and 500 rows.",
    upload: "Upload and check",
    checked: "What was found",
    would: ({ opens, proposes, unchanged }) =>
      `Accounts to open: ${opens}. Roles to propose: ${proposes}. Rows that change nothing: ${unchanged}.`,
    nothing: "No row can be carried out.",
    confirm: "Confirm",
    again: "Upload another file",
    problems: ({ count }) => `Problems (${count}); these rows are left out`,
    noProblems: "No problem was found.",
    notices: "What was not read",
    row: "Row",
    column: "Column",
    message: "Problem",
    done: ({ opened, changed }) => `Accounts opened: ${opened}. Accounts changed: ${changed}.`,
    roleWaits:
      "Roles that were proposed are confirmed one by one by the security officer, on the page of the account.",
    sheets: {
      links: {
        open: "One-time links",
        title: "Accounts that nobody can sign in to yet",
        intro:
          "Tick whom you want to hand a link to; the sheet is shown only once. A link lasts 24 hours; one that was made before and not used lasts until its own end.",
        make: "Make a sheet of links",
        sheet: "Sheet of one-time links",
        sheetIntro:
          "This page is shown only now. Print it, cut it and hand each link over in person, not by chat or e-mail.",
        column: "Link",
      },
      codes: {
        open: "Hand-over codes",
        title: "Accounts that nobody can sign in to without a hand-over code",
        intro:
          "Tick whom you want to tell a code; the sheet is shown only once. Whoever sets a passphrase with a link of the administrator gives the code with it. A code lasts 24 hours; another one for the same account puts an end to it.",
        make: "Make a sheet of codes",
        sheet: "Sheet of hand-over codes",
        sheetIntro:
          "This page is shown only now. Tell each code in person, to whom you know to be that person, and never through the administrator.",
        column: "Hand-over code",
      },
    },
    noneLeft: "Somebody can sign in to every active account",
    until: ({ until }) => `until ${until}`,
    select: ({ name }) => `Select ${name}`,
    selectColumn: "Select",
    linkRefused: "Not made",
  },
});
