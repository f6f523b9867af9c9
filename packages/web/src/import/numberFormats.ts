/** Formats that Chinese Excel stores by their number alone (ECMA-376, 18.8.30, zh-cn): a parser that knows the numbers of English Excel only would show a day as a number. */
const chineseFormats: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** All formats that an .xls may name by number. */
export const builtInFormats: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "yyyy/m/d",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  37: "#,##0 ;(#,##0)",
  38: "#,##0 ;[Red](#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;[Red](#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mmss.0",
  48: "##0.0E+0",
  49: "@",
  ...chineseFormats,
};

/** Writes the formats that a style sheet (one character a byte) implies into it, unless it says its own. */
export function impliedFormats(styles: string): string {
  const own = new Set([...styles.matchAll(/<(?:\w+:)?numFmt\b[^>]*\bnumFmtId="(\d+)"/g)].map(([, id]) => id));
  const added = Object.entries(chineseFormats).filter(([id]) => !own.has(id));
  const [start = "", prefix = ""] = /<((?:\w+:)?)styleSheet\b[^>]*>/.exec(styles) ?? [];
  const lines = added.map(
    ([id, code]) => `<${prefix}numFmt numFmtId="${id}" formatCode="${escaped(code)}"/>`,
  );
  const list = /<(?:\w+:)?numFmts\b[^>]*[^/]>/.exec(styles)?.[0];
  if (list) return styles.replace(list, () => list + lines.join(""));
  return styles.replace(start, () => `${start}<${prefix}numFmts>${lines.join("")}</${prefix}numFmts>`);
}

function escaped(code: string): string {
  return Buffer.from(code.replaceAll('"', "&quot;"), "utf8").toString("latin1");
}
