import type { Actor } from "@dunmiao/domain/actor";
import type { ConcurrentPost } from "@dunmiao/domain/concurrentPost";
import { may, type PermittedAct } from "@dunmiao/domain/permissions";
import type { PostRow } from "@dunmiao/store/concurrentPost";

type Placed = Pick<ConcurrentPost | PostRow, "unit" | "branch"> & { officer: { serviceNumber: string } };

/** Whether somebody does this to a post: it lies where its officer was at home when it began. */
export function mayWithPost(actor: Actor, act: PermittedAct, { officer, unit, branch }: Placed): boolean {
  return may(actor, act, { officer, unit: { code: unit.code, parent: branch } });
}
