import { inBoth } from "./catalog.ts";

/** The words of the log of who opened whose file, in both languages. */
export const openingWords = inBoth({
  zhCN: {
    title: "查阅记录",
    intro: "他人每次打开此人的档案页面都记一行，保存三年；本人查看不记。名单、表格导出中的一行不算打开档案。",
    mine: "谁查看过我的档案",
    at: "时间",
    who: "查阅人",
    why: "依据",
    what: "查阅内容",
    none: "尚无他人查阅",
    noneHint: "有人打开此人的档案后，会显示在这里。",
    of: { officer: "人员信息", secondment: "挂职档案", pair: "师徒档案", post: "兼任记录" },
    permission: "查看档案的查阅记录",
  },
  en: {
    title: "Who opened this file",
    intro:
      "One line for each time that somebody else opened a page of this person's file, kept for three years; one's own visits are not noted. A line in a list or an export is no opening of a file.",
    mine: "Who looked at my file",
    at: "Time",
    who: "Opened by",
    why: "On the ground of",
    what: "What was opened",
    none: "Nobody else opened it yet",
    noneHint: "Whoever opens this person's file stands here afterwards.",
    of: {
      officer: "Person on file",
      secondment: "Secondment",
      pair: "Pair of mentor and apprentice",
      post: "Concurrent post",
    },
    permission: "See who opened a file",
  },
});
