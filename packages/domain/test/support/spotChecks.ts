import type { SpotCheck } from "../../src/spotCheck.ts";
import { person } from "./world.ts";

/** The day of the revealed check, and an inspector on it. */
export const on = "2026-03-04";
export const acting = { actor: person("inspector-1"), today: on };

/** A revealed spot check with two picks and no result yet. */
export const revealedCheck: SpotCheck = {
  id: "k1",
  version: 2,
  head: "",
  cohortId: "c1",
  on,
  size: 2,
  state: "revealed",
  committed: { by: { id: "hr-1", role: "hr" }, on: "2026-03-02" },
  caps: { perStationDay: 1, perStationQuarter: 4 },
  candidates: [],
  assessmentsDue: [],
  listHash: "",
  seedHash: "",
  skipped: [],
  picks: ["c1-100001", "c1-100002"].map((secondmentId, at) => ({ secondmentId, station: `S${at}` })),
};
