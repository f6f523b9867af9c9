import { cloudAnchors } from "../cloudAnchor.ts";
import { verifyPageTask } from "../tasks/verifyRecords.ts";
import { clock } from "./clock.ts";
import { tableStore } from "./environment.ts";

/** Task of the machine verify-records: checks a page. It may read the newest head in the archive, and sign nothing. */
export const handler = verifyPageTask({
  store: tableStore(),
  today: clock.today,
  anchor: cloudAnchors(process.env),
});
