import type { SecondmentPlan } from "@dunmiao/domain/term/planSecondment";
import { randomFrom } from "./random.ts";
import { demoUnits } from "./units.ts";

const women = 9;
/** 32 % of 224, as published for the second cohort. */
const bornInThe1990s = 72;
const post = "挂职副所长";

/** 224 officers, each known by a number only, each to one of the 224 stations. */
export function demoPeople(): SecondmentPlan[] {
  const random = randomFrom(224);
  const stations = random.shuffled(demoUnits.stations);
  const isWoman = random.shuffled(stations.map((_, at) => at < women));
  const isBornLate = random.shuffled(stations.map((_, at) => at < bornInThe1990s));
  return stations.map((station, at) => {
    const year = isBornLate[at] ? random.whole(1990, 1997) : random.whole(1979, 1989);
    const month = String(random.whole(1, 12)).padStart(2, "0");
    const officer = {
      serviceNumber: String(10_001 + at).padStart(6, "0"),
      name: `民警${String(at + 1).padStart(4, "0")}`,
      sex: isWoman[at] ? ("female" as const) : ("male" as const),
      birthMonth: `${year}-${month}`,
      kind: "officer" as const,
      homeUnit: random.pick(demoUnits.offices).code,
    };
    return { officer, hostStation: station.code, post };
  });
}
