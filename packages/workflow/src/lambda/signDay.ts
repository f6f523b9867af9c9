import { cloudAnchor } from "../cloudAnchor.ts";
import { signDayTask } from "../tasks/closeDay.ts";
import { tableStore } from "./environment.ts";
import { stageRobot } from "./stageRobot.ts";

/** Task of the machine close-day: the only function that may use the signing key. */
export const handler = signDayTask({
  store: tableStore(),
  anchor: cloudAnchor(process.env),
  robot: stageRobot(),
});
