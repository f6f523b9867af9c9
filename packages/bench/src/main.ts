process.env.POWERTOOLS_LOG_LEVEL = "WARN";

import { loadSection } from "./load.ts";
import { tableOf } from "./report.ts";
import { startRig } from "./rig.ts";

const rig = await startRig();
try {
  console.log(
    tableOf({ title: "load", figures: await loadSection(rig, { rounds: 3, seconds: 1.5 }), seconds: 0 }),
  );
} finally {
  await rig.stop();
}
