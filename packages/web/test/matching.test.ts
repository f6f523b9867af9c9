import { describe, expect, test } from "vitest";
import { bodyOf, problemOf } from "./app.ts";
import { populatedApp } from "./fixture.ts";

const path = "/pairs/proposals";
const casework = { focus: "casework" };
const mentor = { focuses: ["casework"] };

type Answer = {
  proposals: {
    apprentice: string;
    mentor: string;
    cost: number;
    reasons: { code: string; cost: number }[];
    nextBest?: { mentor: string; cost: number; isTaken: boolean };
  }[];
  unmatched: { apprentice: string; code: string; message: string }[];
};

describe("proposals for mentor pairs", async () => {
  const app = await populatedApp();
  const { hr, hr2, branch, station, auditor } = app;
  const officer = { sex: "male", birthMonth: "1990-01", kind: "officer" };
  for (const [serviceNumber, homeUnit] of [
    ["300001", "42010201"],
    ["300002", "42010201"],
    ["300003", "42010202"],
    ["300004", "42010301"],
  ] as const) {
    const body = { ...officer, name: `民警${serviceNumber}`, serviceNumber, homeUnit };
    expect((await hr.post("/officers", body)).status).toBe(201);
  }

  test("the nearest mentor first, with cost parts, the next best, and who is left with the reason", async () => {
    const asked = {
      apprentices: [
        { serviceNumber: "300001", ...casework, needs: ["笔录"] },
        { serviceNumber: "300004", focus: "technology" },
      ],
      mentors: [
        { serviceNumber: "300003", ...mentor, strengths: ["笔 录"] },
        { serviceNumber: "300002", ...mentor },
      ],
    };
    const answer = await bodyOf<Answer>(hr.post(path, asked));
    expect(answer.proposals).toMatchObject([
      {
        apprentice: "300001",
        mentor: "300003",
        cost: 10,
        nextBest: { mentor: "300002", cost: 15, isTaken: false },
      },
    ]);
    expect(answer.proposals[0]?.reasons).toContainEqual({ code: "distance", cost: 10 });
    expect(answer.unmatched).toEqual([
      {
        apprentice: "300004",
        focus: "technology",
        code: "no-mentor-of-focus",
        message: "名单中没有该方向的师傅",
      },
    ]);
    const turned = { apprentices: asked.apprentices.toReversed(), mentors: asked.mentors.toReversed() };
    expect(await bodyOf<Answer>(hr2.post(path, turned))).toEqual(answer);
  });

  test.each([
    [
      "zh-CN",
      "第 2 行：方向：此项必填；第 3 行：警号：格式有误",
      "第 1 行：警号：此项必填；第 2 行：休整至哪一天：",
      "第 1 行：方向：方案中没有该带教方向；第 2 行：警号：没有警号为 399999 的人员",
    ],
    [
      "en",
      "Line 2: Focus: This is required; Line 3: Service number: This is not in the right format",
      "Line 1: Service number: This is required; Line 2: Last day of rest: ",
      "Line 1: Focus: The scheme has no such focus; Line 2: Service number: ",
    ],
  ] as const)(
    "what is wrong with a line stands beside its box with its column: %s",
    async (language, apprentices, mentors, unknown) => {
      const form = {
        apprentices: "300001,执法办案\n300004\n300002 科技应用,casework",
        mentors: ",执法办案\n300003,casework,,,改天",
      };
      const html = await (await hr.submit(path, form, { language })).text();
      expect(html).toContain(apprentices);
      expect(html).toContain(mentors);
      const others = { apprentices: "300001,技术\n399999,服务群众", mentors: "300003,Public Service" };
      expect(await (await hr.submit(path, others, { language })).text()).toContain(unknown);
    },
  );

  test("a page takes lines as they are pasted, and shows names, parts and the next best", async () => {
    const form = {
      apprentices: "300001\t执法办案\t笔录\t是\r\n\r\n300004，科技应用\r\n",
      mentors: "300002,执法办案、服务群众,,1\n300003\tCasework\t笔录\t0\t2026年3月1日\t2\t0",
    };
    const html = await (await hr.submit(path, form)).text();
    expect(html).toContain("民警300001 300001 · 一元派出所");
    expect(html).toContain("民警300003 300003 · 大智派出所");
    expect(html).toContain("单位距离 10");
    expect(html).toContain("民警300002 300002 · 一元派出所（代价 35）");
    expect(html).toContain("名单中没有该方向的师傅");
    // Each row is taken, changed or left; nothing is created before that is sent.
    expect(html).toContain('value="300001:casework:300003" selected');
    expect(html).toContain('value="300001:casework:300002"');
    expect(await bodyOf(hr.get("/pairs"))).toMatchObject({ total: 0 });
    // Sent back, the lists stand in their boxes again.
    const again = await (await hr.submit(path, { ...form, act: "again" })).text();
    expect(again).toContain("300002,执法办案、服务群众,,1");
    const english = await (await hr.submit(path, form, { language: "en" })).text();
    expect(english).toContain("Nobody on the list is a mentor of this focus");
  });

  test("accepted rows become pairs that wait, each by itself, and once; the next question knows them", async () => {
    const from = "2026-03-02";
    const rows = [
      { apprentice: "300001", focus: "casework", mentor: "300003" },
      { apprentice: "300002", focus: "casework", mentor: "300003" },
      { apprentice: "300004", focus: "casework", mentor: "300003" },
    ];
    const body = { pairs: rows, scheme: "pair-standard", from, leading: "apprentice", kin: false };
    type Done = { done: number; items: { id?: string; refusals: { code: string }[] }[] };
    const send = () => bodyOf<Done>(hr.post(`${path}/accepted`, body, { key: "rows" }));
    const answers = [await send(), await send()];
    expect(answers[0]).toMatchObject({
      done: 2,
      refused: 1,
      items: [{}, {}, { refusals: [{ code: "mentor-load-reached" }] }],
    });
    expect(answers[1]?.items.map(({ id }) => id)).toEqual(answers[0]?.items.map(({ id }) => id));
    expect(await bodyOf(hr.get("/pairs?state=proposed"))).toMatchObject({ total: 2 });
    const asked = {
      apprentices: [
        { serviceNumber: "300001", ...casework },
        { serviceNumber: "300004", ...casework },
      ],
      mentors: [{ serviceNumber: "300003", ...mentor }],
    };
    const because = async (facts: object) =>
      (await bodyOf<Answer>(hr.post(path, { ...asked, ...facts }))).unmatched.map(({ code }) => code);
    expect(await because({})).toEqual(["all-at-cap", "already-paired"]);
    // What is told of a mentor holds instead of the pairs on file.
    expect(await because({ mentors: [{ ...asked.mentors[0], load: 1 }] })).toEqual(["already-paired"]);
    expect(await because({ scheme: "pair-strict", from: "2027-04-01" })).toEqual([
      "all-resting",
      "all-resting",
    ]);
    expect(await because({ from: "2027-04-01" })).toEqual([]);
    expect((await station.post(`${path}/accepted`, body)).status).toBe(200);
    expect((await auditor.post(`${path}/accepted`, body)).status).toBe(403);
  });

  test.each(["zh-CN", "en"] as const)(
    "a choice that was refused comes back as it was, in %s",
    async (language) => {
      const chosen = "300004:casework:300002";
      const question = { apprentices: "300004,执法办案", mentors: "300002,执法办案\n300003,执法办案,,0" };
      const form = {
        ...question,
        from: "2026-03-02",
        scheme: "pair-standard",
        pairs: chosen,
        leading: "mentor",
      };
      const answer = await hr.submit(`${path}/accepted`, form, { language });
      const html = await answer.text();
      expect(answer.status).toBe(422);
      expect(html).toContain('href="#kin"');
      expect(html).toContain(`value="${chosen}" selected`);
      const made = await hr.submit(`${path}/accepted`, { ...form, kin: "false", pairs: "" }, { language });
      const nothing = language === "en" ? "Nothing was ticked" : "没有选中任何一项";
      const blank = await made.text();
      expect(blank).toContain(nothing);
      expect(blank).toMatch(/href="#pairs".*<span id="pairs"/s);
      // A browser sends the list box of each row, also where it takes nobody.
      const two = new FormData();
      for (const [name, value] of Object.entries({ ...form, pairs: "" })) two.append(name, value);
      two.append("pairs", "");
      const neither = await hr.submit(`${path}/accepted`, two, { language });
      expect([neither.status, (await neither.text()).includes(nothing)]).toEqual([422, true]);
    },
  );

  test.each([
    [{ apprentices: [], mentors: [{ serviceNumber: "300002", ...mentor }] }, "/apprentices", "too-small"],
    [{ mentors: [{ serviceNumber: "300002", ...mentor }] }, "/apprentices", "required"],
    [
      {
        apprentices: [{ serviceNumber: "999999", ...casework }],
        mentors: [{ serviceNumber: "300002", ...mentor }],
      },
      "/apprentices/0/serviceNumber",
      "unknown-officer",
    ],
    [
      {
        apprentices: [1, 2].map(() => ({ serviceNumber: "300001", ...casework })),
        mentors: [{ serviceNumber: "300002", ...mentor }],
      },
      "/apprentices/1/serviceNumber",
      "named-twice",
    ],
    [
      {
        apprentices: [{ serviceNumber: "300001", ...casework }],
        mentors: [{ serviceNumber: "300002", focuses: [] }],
      },
      "/mentors/0/focuses",
      "too-small",
    ],
    [
      {
        apprentices: [{ serviceNumber: "300001", ...casework }],
        mentors: [{ serviceNumber: "300002", focuses: ["casework", "cooking"] }],
      },
      "/mentors/0/focuses",
      "unknown-focus",
    ],
    [
      {
        apprentices: [{ serviceNumber: "300001", ...casework }],
        mentors: [{ serviceNumber: "300002", ...mentor, cap: 6 }],
      },
      "/mentors/0/cap",
      "too-large",
    ],
  ])("%j is refused at %s as %s", async (body, pointer, code) => {
    expect((await problemOf(await hr.post(path, body))).errors).toMatchObject([{ pointer, code }]);
  });

  test("a refused page names the person of the list, and at most twenty", async () => {
    const many = Array.from({ length: 23 }, (_, index) => `9${100_000 + index},执法办案`).join("\n");
    const page = await hr.submit(path, { apprentices: many, mentors: "300002,执法办案" });
    expect(page.status).toBe(422);
    const html = await page.text();
    expect(html).toContain("第 20 行：");
    expect(html).not.toContain("第 21 行：");
    expect(html).toContain("另有 3 处问题");
  });

  test("a branch asks about its own people only; who is elsewhere is as unknown as who is not on file", async () => {
    const mentors = [{ serviceNumber: "300003", ...mentor }];
    const own = { apprentices: [{ serviceNumber: "300001", ...casework }], mentors };
    expect((await branch.post(path, own)).status).toBe(200);
    for (const serviceNumber of ["300004", "999999"]) {
      const asked = { apprentices: [{ serviceNumber, ...casework }], mentors };
      expect(await problemOf(await branch.post(path, asked))).toMatchObject({ code: "unknown-officer" });
    }
    for (const client of [station, auditor]) expect((await client.post(path, own)).status).toBe(403);
  });
});
