import { flagFailedRecords } from "../failedRecords.ts";
import { clock } from "./clock.ts";
import { tableStore } from "./environment.ts";

/** Told by the topic of stream records that failed for good. */
export const handler = flagFailedRecords({ store: tableStore(), ...clock });
