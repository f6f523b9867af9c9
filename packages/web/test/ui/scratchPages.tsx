import type { SecondmentStatus } from "@dunmiao/domain/secondment";
import type { Child } from "hono/jsx";
import type { AssetUrls } from "../../src/ui/assets.ts";
import { BarChart } from "../../src/ui/barChart.tsx";
import { Button, ButtonGroup, LinkButton } from "../../src/ui/button.tsx";
import { CheckboxField, RadioField } from "../../src/ui/choices.tsx";
import { ErrorSummary } from "../../src/ui/errorSummary.tsx";
import { DateField, FileField, SelectField, TextAreaField, TextField } from "../../src/ui/fields.tsx";
import { bindFields, PostForm, PreviewLine } from "../../src/ui/form.tsx";
import { formatDays, formatRange } from "../../src/ui/format.ts";
import { Gauge, miniBar } from "../../src/ui/gauge.tsx";
import { type Chrome, Layout } from "../../src/ui/layout.tsx";
import { link } from "../../src/ui/link.ts";
import { FilterChips, Pager } from "../../src/ui/lists.tsx";
import {
  Details,
  EmptyState,
  Figures,
  NotificationBanner,
  ProgressBar,
  provisionalMark,
  SummaryList,
} from "../../src/ui/pieces.tsx";
import { ProblemPage } from "../../src/ui/problemPage.tsx";
import { fieldMessages } from "../../src/ui/refusalSentence.ts";
import { type Column, DenseTable } from "../../src/ui/table.ts";
import { absenceStateTag, statusTag, verdictTag } from "../../src/ui/tag.ts";
import { type Language, type Text, textFor } from "../../src/ui/text.ts";
import { YearCalendar } from "../../src/ui/yearCalendar.tsx";
import { sampleDays } from "./sample.ts";

const today = "2026-03-02";
const warnAtDays = [10, 13, 15];

function chromeOf(language: Language, assets: AssetUrls, url: string): Chrome {
  const person = { name: "HR-01", role: "hr" } as const;
  return { text: textFor(language), assets, bureau: "江城市公安局", today, url, person, banner: null };
}

type Row = { number: string; unit: string; days: number; pending: number; status: SecondmentStatus };
export const sampleRows: Row[] = Array.from({ length: 50 }, (_, index) => ({
  number: `P${String(4200 + index)}`,
  unit: `第${(index % 13) + 1}分局 · 临江街派出所`,
  days: index % 5 === 0 ? 16.5 - index / 5 : (index * 7) % 9,
  pending: index % 7 === 0 ? 2 : 0,
  status: index % 11 === 0 ? "under-review" : index % 13 === 0 ? "awaiting-ruling" : "serving",
}));

/** The columns of a list page: the heaviest table of the product. */
export function listColumns(text: Text): Column<Row>[] {
  const figures = (row: Row) => ({
    countedDays: row.days,
    pendingDays: row.pending,
    limitDays: 15,
    warnAtDays,
  });
  return [
    {
      label: text.common.serviceNumber,
      kind: "rowHeader",
      cell: (row) => link(`/secondments/${row.number}`, row.number),
      sort: { href: "?sort=number", direction: "ascending" },
    },
    { label: text.common.unit, cell: (row) => row.unit, sort: { href: "?sort=unit" } },
    { label: text.common.from, kind: "date", cell: () => "2025-08-26" },
    { label: text.common.to, kind: "date", cell: () => "2026-08-25" },
    {
      label: text.barChart.days,
      kind: "number",
      cell: (row) => [formatDays(row.days), miniBar(figures(row))],
    },
    { label: text.barChart.pending, kind: "number", cell: (row) => formatDays(row.pending) },
    { label: text.common.status, cell: (row) => statusTag(text, row.status) },
  ];
}

function SecondmentPage({ chrome }: { chrome: Chrome }) {
  const { text } = chrome;
  const days = sampleDays();
  return (
    <Layout
      chrome={chrome}
      title="P4211"
      heading={["P4211 ", statusTag(text, "serving")]}
      section="secondments"
      back={{ href: "/secondments", label: text.nav.secondments }}
    >
      <NotificationBanner text={text} kind="success">
        {text.absenceState.approved}
      </NotificationBanner>
      <Gauge text={text} figures={{ countedDays: 13.5, pendingDays: 1.5, limitDays: 15, warnAtDays }} />
      <div class="dm-columns">
        <SummaryList
          rows={[
            { label: text.role.sending, value: "市局机关 · 科技处" },
            { label: text.unitKind.station, value: "第三分局 · 临江街派出所" },
            { label: text.common.status, value: statusTag(text, "serving") },
          ]}
        />
        <SummaryList
          rows={[
            {
              label: text.common.from,
              value: [formatRange(text, "2025-08-26", "2026-08-25"), provisionalMark(text)],
              action: { href: "#", label: text.common.change },
            },
            { label: text.common.details, value: verdictTag(text, "within") },
          ]}
        />
      </div>
      <h2 class="govuk-heading-m">{text.yearCalendar.title({ from: "2025-08-26", to: "2026-08-25" })}</h2>
      <YearCalendar text={text} days={days} today={today} />
      <DenseTable
        text={text}
        caption={text.common.details}
        rows={days.slice(0, 8)}
        rowId={(day) => `d-${day.date}`}
        columns={[
          { label: text.common.date, kind: "date", cell: (day) => day.date },
          { label: text.common.reason, cell: (day) => text.dayReason[day.reason] },
          { label: text.common.status, cell: (day) => text.dayRule[day.rule] },
          { label: text.common.actions, cell: () => absenceStateTag(text, "requested") },
        ]}
      />
      <Details summary={text.common.details}>2026-03-02</Details>
    </Layout>
  );
}

function ListPage({ chrome }: { chrome: Chrome }) {
  const { text } = chrome;
  return (
    <Layout chrome={chrome} title={text.nav.secondments} section="secondments">
      <Figures
        figures={[
          { label: text.risk.exceeded, value: 3, href: "?risk=exceeded" },
          { label: text.risk["from-13"], value: 12, href: "?risk=from-13" },
          { label: text.common.total, value: 2240 },
        ]}
      />
      <form class="dm-filters" method="get">
        <SelectField
          text={text}
          name="status"
          label={text.common.status}
          prompt={text.common.all}
          options={[{ value: "serving", label: text.status.serving }]}
        />
        <TextField text={text} name="q" label={text.common.search} type="search" />
        <Button kind="secondary">{text.common.search}</Button>
      </form>
      <FilterChips
        text={text}
        clearHref="/secondments"
        chips={[
          { label: text.status.serving, removeHref: "?" },
          { label: text.risk["from-10"], removeHref: "?" },
        ]}
      />
      <DenseTable
        text={text}
        caption={text.nav.secondments}
        isCaptionHidden
        columns={listColumns(text)}
        rows={sampleRows}
      />
      <Pager text={text} next="?cursor=2" summary={text.common.amount({ count: 224 })} />
      <BarChart
        text={text}
        caption={text.barChart.days}
        limitDays={15}
        warnAtDays={warnAtDays}
        bars={manyBars()}
      />
      <EmptyState title={text.common.none}>{text.common.provisionalHint}</EmptyState>
    </Layout>
  );
}

export function manyBars() {
  return Array.from({ length: 224 }, (_, index) => ({
    label: `P${4200 + index}`,
    href: `/secondments/P${4200 + index}`,
    countedDays: Math.max(0, Math.round(34 - Math.sqrt(index) * 6) / 2),
    pendingDays: 0,
  }));
}

function FormPage({ chrome }: { chrome: Chrome }) {
  const { text } = chrome;
  const errors = fieldMessages(text, [
    { code: "from-after-to", field: "to", params: { from: "2026-03-05" } },
    { code: "ordered-by-required", field: "orderedBy" },
    { code: "invalid-date", field: "evidence.date" },
    { code: "some-new-code" },
  ]);
  const values = { from: "2026-03-05", to: "2026-03-02", "evidence.date": "2026-02-31", class: "sick" };
  const field = bindFields({ text, errors, values });
  const classes = Object.entries(text.absenceClass).map(([value, label]) => ({ value, label }));
  const orders = Object.entries(text.orderedBy).map(([value, label]) => ({ value, label }));
  const halves = [{ value: "pm", label: text.dayPart.pm }];
  return (
    <Layout chrome={chrome} title={text.absenceKind.request} section="secondments" caption="P4211" hasErrors>
      <ErrorSummary text={text} errors={errors} />
      <PostForm action="/absences" idempotencyKey="k1" previewUrl="/absences/preview">
        <SelectField
          {...field("class")}
          label={text.absenceKind.request}
          options={classes}
          prompt={text.form.choose}
        />
        <DateField {...field("from")} label={text.common.from} />
        <CheckboxField {...field("fromHalf")} legend={text.dayPart.pm} choices={halves} />
        <DateField {...field("to")} label={text.common.to} />
        <RadioField {...field("orderedBy")} legend={text.unitKind.bureau} layout="inline" choices={orders} />
        <TextAreaField
          {...field("note")}
          label={text.form.optional({ label: text.common.reason })}
          maxLength={500}
          rows={3}
        />
        <DateField {...field("evidence.date")} label={text.common.date} />
        <TextField
          {...field("days")}
          label={text.barChart.days}
          width={3}
          suffix={text.common.days({ days: "" })}
        />
        <FileField {...field("file")} label={text.common.download} accept=".xlsx" />
        <PreviewLine>{text.common.provisionalHint}</PreviewLine>
        <ButtonGroup>
          <Button>{text.common.submit}</Button>
          <Button kind="secondary" formaction="/absences/preview">
            {text.common.preview}
          </Button>
          <Button kind="warning">{text.absenceAct.void}</Button>
          <LinkButton kind="secondary" href="/">
            {text.common.cancel}
          </LinkButton>
        </ButtonGroup>
      </PostForm>
      <ProgressBar
        text={text}
        label={text.common.details}
        done={640}
        total={2000}
        live={{ url: "/imports/1", status: "running" }}
      />
      <article class="official">
        <h2>通知</h2>
        <p>经核查，截至二〇二六年三月二日，累计不在岗十三个半工作日，尚余一个半工作日。</p>
      </article>
    </Layout>
  );
}

/** The scratch pages by name: together they show every part of the kit. */
export function scratchPage(name: string, language: Language, assets: AssetUrls): Child {
  const chrome = chromeOf(language, assets, `/${name}?a=1`);
  if (name === "secondment") return <SecondmentPage chrome={chrome} />;
  if (name === "list") return <ListPage chrome={chrome} />;
  if (name === "form") return <FormPage chrome={chrome} />;
  return (
    <ProblemPage chrome={chrome} status={409} reference="req-1" errors={[{ code: "x", message: "x" }]} />
  );
}
export const scratchNames = ["secondment", "list", "form", "problem"] as const;
