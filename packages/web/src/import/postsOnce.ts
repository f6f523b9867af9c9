import { type ClaimPeriod, claimPeriod } from "@dunmiao/domain/claim";
import type { ImportRefusal } from "@dunmiao/domain/import/importRow";
import type { Refusal } from "@dunmiao/domain/refusal";
import type { Secondment } from "@dunmiao/domain/secondment";
import { type PersonRow, ruleProblems } from "./checked.ts";
import { firstSheet } from "./list.ts";

type Planned = { row: PersonRow; secondment: Secondment };

/** Two rows of one file cannot hold the same post at the same time: the later row is refused and names the first. */
export function postsOnce<Row extends Planned>(
  planned: readonly Row[],
): { free: Row[]; problems: ImportRefusal[] } {
  const held = new Map<string, ClaimPeriod[]>();
  const rows = new Map(planned.map(({ row, secondment }) => [secondment.id, row]));
  const free: Row[] = [];
  const problems: ImportRefusal[] = [];
  for (const each of planned) {
    const { id, hostStation, post, term } = each.secondment;
    const place = `${hostStation.code}#${post}`;
    const outcome = claimPeriod("post", held.get(place) ?? [], { secondmentId: id, ...term });
    if (outcome.ok) {
      held.set(place, outcome.value);
      free.push(each);
      continue;
    }
    const first = rows.get(String(outcome.refusals[0]?.params?.secondmentId));
    const params = { firstRow: first?.row ?? 0, ...(first && firstSheet(first, each.row)) };
    const refusal: Refusal = { code: "post-twice-in-file", field: "hostStation", params };
    problems.push(...ruleProblems(each.row, [refusal]));
  }
  return { free, problems };
}
