import { beforeAll, describe, expect, test } from "vitest";
import { cursorSchema } from "../src/cursor.ts";
import { statedRoutes } from "../src/system/openapi.ts";
import { bodyOf, type Client, problemOf } from "./app.ts";
import { placeIn } from "./cursors.ts";
import { idOf, type PopulatedApp, populatedApp } from "./fixture.ts";
import { commit } from "./spotChecks.ts";

const auditor = { id: "auditor-1", role: "auditor" } as const;
const hr = { id: "hr-1", role: "hr" } as const;
type List = { route: string; path: string; by: typeof auditor | typeof hr; asked?: Record<string, string> };

let app: PopulatedApp;
let lists: List[];
beforeAll(async () => {
  app = await populatedApp();
  const { id: check } = await commit(app.inspector, 1);
  await app.hr.post("/places", {
    places: [{ code: "XX-1", kind: "school", name: "第一小学", unit: "4201" }],
  });
  const post = {
    serviceNumber: "100001",
    place: "XX-1",
    role: "vice-principal",
    from: "2025-09-01",
    to: "2026-08-31",
  };
  const { id } = await bodyOf<{ id: string }>(app.hr.post("/posts", { ...post, appointedBy: "教育局" }));
  const trail = (noun: string, of: string) => ({
    route: `/${noun}/:id/events`,
    path: `/${noun}/${of}/events`,
    by: auditor,
  });
  lists = [
    { route: "/secondments", path: "/secondments", by: auditor, asked: { host: "420102", sort: "-used" } },
    { route: "/pairs", path: "/pairs", by: auditor, asked: { ran: "true" } },
    { route: "/pairs/tasks", path: "/pairs/tasks", by: auditor, asked: { whose: "all" } },
    { route: "/posts", path: "/posts", by: auditor, asked: { kind: "school" } },
    { route: "/", path: "/", by: hr, asked: { whose: "all" } },
    { route: "/tasks", path: "/tasks", by: hr, asked: { whose: "all" } },
    { route: "/quota/people", path: "/quota/people", by: hr, asked: { figure: "coming", unit: "420102" } },
    { route: "/notifications", path: "/notifications", by: auditor },
    { route: "/officers", path: "/officers", by: hr },
    {
      route: "/officers/:serviceNumber/openings",
      path: "/officers/100001/openings",
      by: auditor,
    },
    trail("secondments", idOf("100001")),
    trail("spot-checks", check),
    trail("posts", id),
  ];
});

const clientOf = ({ by }: List): Client => app[by.id === "hr-1" ? "hr" : "auditor"];
const changed = (address: string) =>
  address.replace(/(cursor=.*)(.)$/, (_, before, last) => `${before}${last === "A" ? "B" : "A"}`);

describe("the cursor of a list", () => {
  test("is tried on every route that takes one", () => {
    const taking = statedRoutes(app.app).filter(
      ({ query, path }) =>
        query && "shape" in query && "cursor" in Object(query.shape) && !/\.(xlsx|csv)$/.test(path),
    );
    expect(lists.map(({ route }) => route).toSorted()).toEqual(taking.map(({ path }) => path).toSorted());
  });

  test("leads to its place, and nowhere once it was altered, or for another person, role, list or filter", async () => {
    for (const list of lists) {
      const { by: actor, path, asked = {} } = list;
      const own = await placeIn(app.store, { actor, path, asked }, "1");
      const refused = {
        unsigned: `${path}?cursor=1`,
        altered: changed(own),
        "another place": own.replace("cursor=1.", "cursor=2."),
        "another's": await placeIn(app.store, { actor: { ...actor, id: "x" }, path, asked }, "1"),
        "another role's": await placeIn(
          app.store,
          { actor: { ...actor, role: "inspector" }, path, asked },
          "1",
        ),
        "another unit's": await placeIn(app.store, { actor: { ...actor, unit: "4201" }, path, asked }, "1"),
        "another list's": await placeIn(app.store, { actor, path: `${path}x`, asked }, "1").then((address) =>
          address.replace(`${path}x`, path),
        ),
      };
      expect([path, (await clientOf(list).get(own)).status]).toEqual([path, 200]);
      for (const [what, address] of Object.entries(refused)) {
        const problem = await problemOf(await clientOf(list).get(address));
        const { httpStatus, code, errors } = problem;
        expect([path, what, httpStatus, code, errors[0]?.pointer]).toEqual([
          path,
          what,
          400,
          "cursor-of-another-list",
          "/cursor",
        ]);
      }
      for (const [name, value] of Object.entries(asked)) {
        const without = own.replace(`${name}=${value}&`, "");
        expect([without, (await clientOf(list).get(without)).status]).toEqual([without, 400]);
      }
    }
  });

  test.each([
    ["zh-CN", "请从第一页重新打开列表"],
    ["en", "open the list again from its first page"],
  ] as const)("that is none is refused on a page, too, in %s", async (language, sentence) => {
    for (const list of lists.filter(({ path }) => path !== "/" && path !== "/tasks")) {
      const answer = await clientOf(list).page(`${list.path}?cursor=50`, { language });
      expect([list.path, answer.status]).toEqual([list.path, 400]);
      expect(await answer.text()).toContain(sentence);
    }
  });

  test("is signed alike by processes that begin at once", async () => {
    const { cursorSecret } = await import("@dunmiao/store/cursorSecret");
    const others = [1, 2, 3].map(() => ({ ...app.store }));
    const secrets = await Promise.all([app.store, ...others].map(cursorSecret));
    expect(new Set(secrets).size).toBe(1);
    expect(cursorSchema.safeParse("1".repeat(301)).success).toBe(false);
  });
});
