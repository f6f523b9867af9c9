import { type ExportScope, exportScopeSchema } from "@dunmiao/domain/audit/exportScope";

/** A scope as a command is given it: `cohort:c1`, `unit:420102`, `officer:010001`, `period:2026-01-01..2026-03-31`; undefined for anything else. */
export function scopeWritten(written: string): ExportScope | undefined {
  const [, of = "", what = ""] = /^(\w+):(.+)$/.exec(written) ?? [];
  const [from, to] = what.split("..");
  const members: Readonly<Record<string, object>> = {
    cohort: { cohortId: what },
    unit: { unit: what },
    officer: { serviceNumber: what },
    period: { from, to },
  };
  const { data } = exportScopeSchema.safeParse({ of, ...members[of] });
  return data?.of === "period" && data.from > data.to ? undefined : data;
}
