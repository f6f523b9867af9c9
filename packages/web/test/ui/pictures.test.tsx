import { raw } from "hono/html";
import { describe, expect, it } from "vitest";
import { BarChart } from "../../src/ui/barChart.tsx";
import { dayAnchor } from "../../src/ui/dayAnchor.ts";
import { Gauge } from "../../src/ui/gauge.tsx";
import { htmlOf } from "../../src/ui/markup.ts";
import { type Column, DenseTable } from "../../src/ui/table.ts";
import { YearCalendar } from "../../src/ui/yearCalendar.tsx";
import { sampleDays } from "./sample.ts";
import { listColumns, manyBars, sampleRows } from "./sampleList.tsx";
import { textFor } from "./texts.ts";

const zh = textFor("zh-CN");
const en = textFor("en");
const today = "2026-03-02";

describe("year calendar", () => {
  const calendar = htmlOf(<YearCalendar text={zh} days={sampleDays()} today={today} />);

  it("has one link per day of the term, in order", () => {
    const dates = [...calendar.matchAll(/<a href=#(d\d{6})[ >]/g)].map((match) => match[1]);
    expect(dates).toEqual(sampleDays().map((day) => dayAnchor(day.date)));
    expect(dates).toHaveLength(365);
  });

  it("stays small: a year in at most 25 kB, also when most of it is provisional", () => {
    expect(Buffer.byteLength(calendar)).toBeLessThanOrEqual(25 * 1024);
    const future = htmlOf(
      <YearCalendar text={zh} days={sampleDays("2026-09-01", "2027-08-31")} today={today} />,
    );
    expect(Buffer.byteLength(future)).toBeLessThanOrEqual(25 * 1024);
    expect(future.match(/class=v /g)).toHaveLength(9);
  });

  it("shows a half day as half a square and says so", () => {
    expect(calendar).toContain("<title>5 事假 下午 · 计入 0.5</title>");
    expect(calendar).toMatch(/#d251105>[^/]*<\/title><rect\/><rect class="x1 h l"\/>/);
    expect(calendar).toMatch(/#d251020>[^/]*<\/title><rect\/><rect class="x2 h"\/>/);
  });

  it("tells pending, not reported, make-up days, holidays and today apart", () => {
    expect(calendar).toMatch(/#d260305>[^/]*审批中，暂未计入<\/title><rect\/><rect class="x1 q"\/>/);
    expect(calendar).toMatch(/#d250826><title>26 未报到<\/title><rect class=r \/>/);
    expect(calendar).toContain("<title>28 调休上班 国庆节</title><rect class=k />");
    expect(calendar.match(/<a [^>]+ class=t>/g)).toEqual(["<a href=#d260302 class=t>"]);
  });

  it("puts the first square of every month under its weekday", () => {
    const groups = [...calendar.matchAll(/translate\((\d+) \d+\)"[^>]*><a href=#d(\d\d)(\d\d)(\d\d)/g)];
    expect(groups).toHaveLength(13);
    for (const [, x, year, month, day] of groups) {
      const date = `20${year}-${month}-${day}`;
      expect(((Number(x) - 72) / 24 + 1) % 7, date).toBe(new Date(`${date}T00:00:00Z`).getUTCDay());
    }
  });

  it("is named in the page's language", () => {
    expect(calendar).toContain("<title>任期日历 2025-08-26 至 2026-08-25</title>");
    const english = htmlOf(<YearCalendar text={en} days={sampleDays()} today={today} />);
    expect(english).toContain("15 Sick leave · Counted 1");
    expect(english).toContain("28 Make-up day National Day");
  });

  it("is nothing for no days", () => {
    expect(htmlOf(<YearCalendar text={zh} days={[]} today={today} />)).toBe("");
  });
});

describe("gauge", () => {
  const figures = { limitDays: 15, warnAtDays: [10, 13, 15] };

  it("never reads as normal while what waits would exceed", () => {
    const figures = { limitDays: 15, warnAtDays: [10, 13, 15], countedDays: 6.5, pendingDays: 32 };
    const gauge = htmlOf(<Gauge text={zh} figures={figures} />);
    expect(gauge).toContain("dm-gauge--red");
    expect(gauge).toContain("dm-bar--red");
    expect(gauge).toContain("连同审批中共 38.5 天：超限");
    expect(gauge).not.toContain("正常");
    const within = htmlOf(<Gauge text={zh} figures={{ ...figures, pendingDays: 3 }} />);
    expect(within).toContain("正常");
    const warned = htmlOf(<Gauge text={en} figures={{ ...figures, pendingDays: 3.5 }} />);
    expect(warned).toContain("dm-gauge--amber");
    expect(warned).toContain("10 with everything pending");
  });

  it("says used, pending and left, without a zero", () => {
    const gauge = htmlOf(<Gauge text={en} figures={{ ...figures, countedDays: 4.5, pendingDays: 2 }} />);
    expect(gauge.replace(/<[^>]+>/g, "")).toContain("4.5 / 15 days · 2 pending · 10.5 left");
    expect(
      htmlOf(<Gauge text={en} figures={{ ...figures, countedDays: 4.5, pendingDays: 0 }} />),
    ).not.toContain("pending");
  });

  it("says by how much the limit is exceeded, and never fills beyond its own width", () => {
    const gauge = htmlOf(<Gauge text={zh} figures={{ ...figures, countedDays: 40.5, pendingDays: 3 }} />);
    expect(gauge).toContain("超 25.5 天");
    expect(gauge).toContain("超限");
    const [, used] = gauge.match(/class="used" y="8" width="([\d.]+)"/) ?? [];
    expect(Number(used)).toBeLessThan(400);
  });

  it("at exactly the limit is not over it", () => {
    const gauge = htmlOf(<Gauge text={zh} figures={{ ...figures, countedDays: 15, pendingDays: 0 }} />);
    expect(gauge).toContain("余 0 天");
    expect(gauge).toContain("dm-gauge--strong");
  });
});

describe("bars", () => {
  const chart = htmlOf(
    <BarChart
      text={zh}
      caption="已计天数"
      bars={manyBars().toReversed()}
      limitDays={15}
      warnAtDays={[10, 13, 15]}
    />,
  );

  it("has one bar per person, most first, and a table row for each", () => {
    expect(chart.match(/M\d+ \d+v-\d+h\d+v\d+z/g)).toHaveLength(224);
    expect(chart.match(/<tr>/g)).toHaveLength(225);
    expect(chart.indexOf(">P4200<")).toBeLessThan(chart.indexOf(">P4423<"));
  });

  it("draws what waits on top, in the colour that the count would have", () => {
    const bars = [{ label: "A", countedDays: 9, pendingDays: 7 }];
    const waiting = htmlOf(
      <BarChart text={zh} caption="天数" bars={bars} limitDays={15} warnAtDays={[10, 13]} />,
    );
    expect(waiting).toMatch(/<path class="red" [^>]*\/><path class="red pending"/);
    expect(waiting).not.toContain('class="calm');
  });

  it("keeps 224 bars under 6 kB", () => {
    expect(chart.match(/<svg.*?<\/svg>/s)?.[0].length).toBeLessThan(6 * 1024);
  });
});

describe("table", () => {
  it("names its scroll region, marks the sorted column and puts figures on the right", () => {
    const table = htmlOf(
      <DenseTable text={en} caption="People" columns={listColumns(en)} rows={sampleRows} />,
    );
    expect(table).toContain('role="region" aria-label="People (scrolls sideways)" tabindex="0"');
    expect(table).toContain('<th scope="col" aria-sort="ascending"><a href="?sort=number"');
    expect(table).toContain('<td class="n" data-l="');
    expect(table.match(/<tr>/g)).toHaveLength(51);
  });

  it("gives every cell that says something its heading, for cards on a phone, and no other", () => {
    const columns: Column<string>[] = [
      { label: raw('<input type="checkbox">'), cell: () => "x" },
      { label: "Name & <no.>", kind: "rowHeader", cell: (row) => row },
      { label: "Days", kind: "number", cell: (row) => (row === "B" ? "" : "1") },
      { label: raw("<b>Due</b>"), cell: (row) => row },
    ];
    const table = htmlOf(
      <DenseTable text={en} caption="x" columns={columns} rows={["A", "B"]} foot={["", "", "1", ""]} />,
    );
    expect(table.split("<tbody>")[1]).toBe(
      '<tr><td>x<th scope="row" data-l="Name &amp; &lt;no.&gt;">A</th><td class="n" data-l=Days>1<td data-l=Due>A</tr>' +
        '<tr><td>x<th scope="row" data-l="Name &amp; &lt;no.&gt;">B</th><td class="n"><td data-l=Due>B</tr></tbody>' +
        '<tfoot><tr><th scope="row"></th><td><td class="n" data-l=Days>1<td></tr></tfoot></table></div>',
    );
  });
});
