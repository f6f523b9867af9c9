import { flagTask } from "../tasks/flag.ts";
import { clock } from "./clock.ts";
import { tableStore } from "./environment.ts";

/** Task of three machines: puts what failed before a person. */
export const handler = flagTask({ store: tableStore(), ...clock });
