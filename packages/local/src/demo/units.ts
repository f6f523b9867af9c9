import type { UnitInput } from "@dunmiao/domain/unit";

/** The districts of Wuhan with their administrative codes; stations are numbers, so that none is a real place. */
const districts = [
  ["420102", "江岸区"],
  ["420103", "江汉区"],
  ["420104", "硚口区"],
  ["420105", "汉阳区"],
  ["420106", "武昌区"],
  ["420107", "青山区"],
  ["420111", "洪山区"],
  ["420112", "东西湖区"],
  ["420113", "汉南区"],
  ["420114", "蔡甸区"],
  ["420115", "江夏区"],
  ["420116", "黄陂区"],
  ["420117", "新洲区"],
] as const;

const stationCount = 224;
const officeCount = 16;
const bureau = { code: "420100", name: "武汉市公安局（演示）", kind: "bureau" } satisfies UnitInput;

const branches = districts.map(([code, district]): UnitInput => {
  return { code, name: `${district}分局`, kind: "branch", parent: bureau.code };
});

/** 224 stations: seventeen in each district, one more in the first three. */
const stations = districts.flatMap(([parent, district], index): UnitInput[] => {
  const many =
    Math.floor(stationCount / districts.length) + (index < stationCount % districts.length ? 1 : 0);
  return Array.from({ length: many }, (_, at) => {
    const number = String(at + 1).padStart(2, "0");
    return { code: `${parent}-${number}`, name: `${district}第${number}派出所`, kind: "station", parent };
  });
});

const offices = Array.from({ length: officeCount }, (_, at): UnitInput => {
  const number = String(at + 1).padStart(2, "0");
  return { code: `JG-${number}`, name: `市局机关第${number}部门`, kind: "office", parent: bureau.code };
});

/** The demo bureau: parents before children. */
export const demoUnits = { bureau, branches, stations, offices };

/** Forces of the offices that send: a fifth of them are about as many as the demo's officers. */
export function demoForces(year: string) {
  return offices.map(({ code }, at) => ({
    unit: code,
    level: "city" as const,
    from: `${year}-01-01`,
    people: smallestForce + ((at * forceStep) % forceSpread),
    source: `演示〔${year}〕1号`,
  }));
}
const smallestForce = 56;
const forceStep = 7;
const forceSpread = 30;
