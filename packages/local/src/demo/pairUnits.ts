import type { UnitInput } from "@dunmiao/domain/unit";

/** Districts, cities and the county of Jilin with their administrative codes; stations are numbers: none is a real place. */
const districts = [
  ["220202", "昌邑"],
  ["220203", "龙潭"],
  ["220204", "船营"],
  ["220211", "丰满"],
  ["220221", "永吉"],
  ["220281", "蛟河"],
  ["220282", "桦甸"],
  ["220283", "舒兰"],
  ["220284", "磐石"],
] as const;
const stationsEach = 12;
const officesAll = 6;

const bureau = { code: "220200", name: "吉林市公安局（演示）", kind: "bureau" } satisfies UnitInput;
const branches = districts.map(([code, name]): UnitInput => {
  const kind = Number(code.slice(-2)) > 20 ? "公安局" : "分局";
  return { code, name: `${name}${kind}`, kind: "branch", parent: bureau.code };
});
const stations = districts.flatMap(([parent, name]): UnitInput[] =>
  Array.from({ length: stationsEach }, (_, at) => {
    const number = String(at + 1).padStart(2, "0");
    return { code: `${parent}-${number}`, name: `${name}第${number}派出所`, kind: "station", parent };
  }),
);
const offices = Array.from({ length: officesAll }, (_, at): UnitInput => {
  const number = String(at + 1).padStart(2, "0");
  return { code: `JL-${number}`, name: `吉林市局第${number}部门`, kind: "office", parent: bureau.code };
});

/** The units of the demo's pairs, parents before children. */
export const pairUnits = [[bureau], [...branches, ...offices], stations] as const;
export const pairStations = stations;
/** Where mentors come from: the stations themselves, branches and offices. */
export const mentorUnits = [...stations, ...branches, ...offices];
