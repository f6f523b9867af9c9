import { takeStepTask } from "../tasks/progress.ts";
import { notifiersOf } from "../tell.ts";
import { recordDeps } from "./environment.ts";
import { stageRobot } from "./stageRobot.ts";

const deps = recordDeps();

/** Task of the machine progress: does one step, and tells whom it concerns. */
export const handler = takeStepTask({ ...deps, notifiers: notifiersOf(deps.store, stageRobot()) });
