import { inBureau } from "@dunmiao/domain/matter";
import { putMessage } from "@dunmiao/store/notification";
import { verifyPage } from "@dunmiao/store/verify/verifyPage";
import * as z from "zod";
import type { Anchors } from "../anchor.ts";
import type { WorkflowDeps } from "../deps.ts";
import { logger } from "../log.ts";

const inputSchema = z.object({ asOf: z.iso.date() });

type Deps = Pick<WorkflowDeps, "store" | "today"> & { anchor?: Anchors };

/** Checks a page of the table; what nobody was told of yet goes to auditors and the administrator, and stops nothing. */
export function verifyPageTask({ store, today, anchor }: Deps) {
  return async (raw: unknown) => {
    const { asOf } = inputSchema.parse(raw);
    const { next, found } = await verifyPage(store, { asOf, today: today() }, anchor);
    if (found > 0) {
      const matter = { kind: "difference" as const, id: asOf, label: asOf };
      const to = inBureau("auditor", "administrator");
      await putMessage(store, { code: "difference-found", matter, on: asOf, to });
      logger.error("What is stored does not agree", { code: "verify.found", asOf, found });
    }
    return { asOf, next };
  };
}
