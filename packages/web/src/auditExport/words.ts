import type { ExportScope } from "@dunmiao/domain/audit/exportScope";
import type { AuditExport } from "@dunmiao/domain/auditExport";
import type { WebDeps } from "../deps.ts";
import { formatNumber, formatRange } from "../ui/format.ts";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";

const colours = { asked: "yellow", ready: "green", cancelled: "grey", failed: "red" } as const;

/** The state of an export. */
export function exportTag(text: Text, state: AuditExport["state"]) {
  return tag(text.auditExportPage.state[state], colours[state]);
}

/** What cohorts and units are called, by id and code. */
export type Names = { cohorts: ReadonlyMap<string, string>; units: ReadonlyMap<string, string> };

export async function namesOf({ cohorts, units }: Pick<WebDeps, "cohorts" | "units">): Promise<Names> {
  const [rows, known] = await Promise.all([cohorts.current(), units.current()]);
  return {
    cohorts: new Map(rows.map(({ id, name }) => [id, name])),
    units: new Map([...known].map(([code, { name }]) => [code, name])),
  };
}

/** What an export holds, in words. */
export function scopeLine(text: Text, scope: ExportScope, { cohorts, units }: Names): string {
  const words = text.auditExportPage;
  const name = words.scopes[scope.of];
  switch (scope.of) {
    case "all":
      return name;
    case "cohort":
      return words.scopeOf({ scope: name, what: cohorts.get(scope.cohortId) ?? text.gone.cohort });
    case "unit":
      return words.scopeOf({ scope: name, what: units.get(scope.unit) ?? scope.unit });
    case "officer":
      return words.scopeOf({ scope: name, what: scope.serviceNumber });
    case "period":
      return words.scopeOf({ scope: name, what: formatRange(text, scope.from, scope.to) });
  }
}

/** Bytes in kB of 1,000, rounded up. */
export function sizeLine(bytes: number): string {
  return `${formatNumber(Math.ceil(bytes / 1_000))} kB`;
}
