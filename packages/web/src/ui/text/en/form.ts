import type { Catalog } from "../catalog.ts";
import type { form as zhForm } from "../zhCN/form.ts";

export const form = {
  errorPrefix: "Error:",
  errorTitle: "There is a problem with what was sent",
  dateHint: "For example 2026-03-02; 2026/3/2 or 20260302 will do",
  maxLength: (p) => `At most ${p.max} characters`,
  choose: "Choose",
  labelled: (p) => `${p.label}: ${p.message}`,
  optional: (p) => `${p.label} (optional)`,
  progress: (p) => `${p.done} of ${p.total} done`,
  line: (p) => `Line ${p.line}: ${p.message}`,
  moreLines: (p) => `${p.count} more problems; look again when these are mended`,
} satisfies Catalog<typeof zhForm>;
