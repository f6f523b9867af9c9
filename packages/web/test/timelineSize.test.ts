import { planCheckpoints } from "@dunmiao/domain/checkpoint";
import type { Digest } from "@dunmiao/domain/digest";
import { shippedNotices } from "@dunmiao/domain/notice/shippedNotices";
import { presetSchemes, type Scheme } from "@dunmiao/domain/scheme";
import { workCalendar } from "@dunmiao/domain/workCalendar";
import { expect, test } from "vitest";
import { TimelinePage } from "../src/overview/timelinePage.tsx";
import { textFor } from "./ui/texts.ts";

const scheme = presetSchemes.find(({ version }) => version === 2) as Scheme;
const term = { from: "2025-08-26", to: "2026-08-25" };
const planned = planCheckpoints(term, scheme, workCalendar(1, shippedNotices()));
const behind = ["late", "missed"];

/** Somebody near the end of a bad year: every fourth checkpoint late or missed, six absences. */
function person(n: number): Digest {
  const branch = Math.floor(n / 14);
  return {
    id: `202508-abc123-${100_000 + n}`,
    number: String(100_000 + n),
    name: `民警${100_000 + n}`,
    branch: [`4201${branch}`, `第${branch}分局`],
    station: [`4201${branch}${n}`, `滨江新区第${n}派出所`],
    sending: ["JG", "支队"],
    post: "挂职副所长",
    ...term,
    status: "serving",
    counted: 9.5,
    limit: 15,
    checkpoints: planned.map(({ key, dueOn }, at) => [
      key,
      dueOn,
      at % 4 === 0 ? (behind[n % 2] ?? "") : "done",
      "",
    ]),
    absences: [1, 2, 3, 4, 5, 6].map((month) => [
      `2026-0${month}-12`,
      `2026-0${month}-13`,
      "sick",
      "approved",
    ]),
    forms: [],
    evidence: [],
    awards: [],
    contributions: [],
  };
}

test.each(["zh-CN", "en"] as const)("224 people fit into less than 400 kB (%s)", async (language) => {
  const cohort = { id: "c", name: "c" } as Parameters<typeof TimelinePage>[0]["overview"]["cohort"];
  const people = Array.from({ length: 224 }, (_, n) => person(n));
  const chrome = {
    text: textFor(language),
    assets: { css: "a", js: "b", icon: "c" },
    bureau: "示例市公安局",
    today: "2026-08-20",
    url: "/",
    person: { name: "hr-1", role: "hr" as const },
  };
  const html = String(
    await TimelinePage({ chrome, overview: { cohort, scheme, people, isWhole: true }, branch: undefined }),
  );
  expect(html.match(/<g transform/g)).toHaveLength(224);
  // Four printed sheets, each with whose timeline of which day it is and which of its people.
  const sheets = [...html.matchAll(/dm-timeline__about">(.*?)<.*?<ol[^>]* start="(\d+)">(.*?)<\/ol>/gs)];
  expect(sheets.map(([, about = ""]) => about.split(" · ").at(-1))).toEqual(
    [
      [1, 41],
      [42, 102],
      [103, 163],
      [164, 224],
    ].map(([from = 0, to = 0]) => textFor(language).secondmentList.shown({ from, to, total: 224 })),
  );
  for (const [, about = "", start, names = ""] of sheets) {
    expect(about).toContain("示例市公安局");
    expect(about).toContain("2026-08-20");
    expect(about).toContain(textFor(language).overviewPage.allBranches);
    expect(names.match(/<li>/g)).toHaveLength(start === "1" ? 41 : 61);
  }
  expect(Buffer.byteLength(html)).toBeLessThan(400_000);
  expect(Buffer.byteLength(html)).toBeGreaterThan(100_000);
});
