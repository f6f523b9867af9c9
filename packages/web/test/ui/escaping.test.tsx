import type { Child } from "hono/jsx";
import { describe, expect, it } from "vitest";
import { BarChart } from "../../src/ui/barChart.tsx";
import { Button, LinkButton } from "../../src/ui/button.tsx";
import { CheckboxField, RadioField } from "../../src/ui/choices.tsx";
import type { Chrome } from "../../src/ui/chrome.ts";
import { ErrorSummary } from "../../src/ui/errorSummary.tsx";
import { DateField, FileField, SelectField, TextAreaField, TextField } from "../../src/ui/fields.tsx";
import { PostForm, PreviewLine } from "../../src/ui/form.tsx";
import { Layout } from "../../src/ui/layout.tsx";
import { link } from "../../src/ui/link.ts";
import { FilterChips, Pager } from "../../src/ui/lists.tsx";
import { htmlOf } from "../../src/ui/markup.ts";
import {
  Details,
  EmptyState,
  Figures,
  NotificationBanner,
  ProgressBar,
  SummaryList,
} from "../../src/ui/pieces.tsx";
import { ProblemPage } from "../../src/ui/problemPage.tsx";
import { refusalSentence } from "../../src/ui/refusalSentence.ts";
import { DenseTable } from "../../src/ui/table.ts";
import { tag } from "../../src/ui/tag.ts";
import { YearCalendar } from "../../src/ui/yearCalendar.tsx";
import { sampleDays } from "./sample.ts";
import { textFor } from "./texts.ts";

const text = textFor("zh-CN");
const evil = `"'><img src=x onerror=alert(1)>&`;
const chrome: Chrome = {
  text,
  assets: { css: evil, js: evil, icon: evil },
  bureau: evil,
  today: "2026-03-02",
  url: `/x?${evil}`,
  person: { name: evil, role: "hr", unit: evil },
  banner: <p>{evil}</p>,
};
const field = { text, name: evil, id: evil, label: evil, hint: evil, error: evil };
const group = { text, name: evil, legend: evil, hint: evil, error: evil };
const choices = [{ value: evil, label: evil, hint: evil }];
const errors = [{ code: evil, message: evil, field: evil }];
const bars = [{ label: evil, href: evil, countedDays: 16, pendingDays: 0 }];

const cases: Record<string, () => Child> = {
  Layout: () => (
    <Layout chrome={chrome} title={evil} heading={evil} caption={evil} back={{ href: evil, label: evil }} />
  ),
  ProblemPage: () => <ProblemPage chrome={chrome} status={422} errors={errors} reference={evil} />,
  TextField: () => <TextField {...field} value={evil} suffix={evil} autocomplete={evil} />,
  DateField: () => <DateField {...field} value={evil} />,
  TextAreaField: () => <TextAreaField {...field} value={evil} maxLength={5} />,
  SelectField: () => <SelectField {...field} value={evil} options={choices} prompt={evil} />,
  FileField: () => <FileField {...field} accept={evil} />,
  RadioField: () => <RadioField {...group} choices={choices} value={evil} />,
  CheckboxField: () => <CheckboxField {...group} choices={choices} values={[evil]} />,
  PostForm: () => <PostForm action={evil} idempotencyKey={evil} previewUrl={evil} id={evil} />,
  PreviewLine: () => <PreviewLine>{evil}</PreviewLine>,
  ErrorSummary: () => (
    <ErrorSummary text={text} errors={errors} title={evil} fields={new Map([[evil, evil]])} />
  ),
  Button: () => (
    <Button name={evil} value={evil} formaction={evil}>
      {evil}
    </Button>
  ),
  LinkButton: () => <LinkButton href={evil}>{evil}</LinkButton>,
  link: () => link(evil, evil),
  tag: () => tag(evil, "red"),
  DenseTable: () => (
    <DenseTable
      text={text}
      caption={evil}
      rows={[evil]}
      rowId={(row) => row}
      columns={[
        { label: evil, cell: (row) => row, sort: { href: evil } },
        { label: "2", kind: "rowHeader", cell: (row) => [row, <b>{row}</b>] },
      ]}
    />
  ),
  Details: () => (
    <Details summary={evil} id={evil}>
      {evil}
    </Details>
  ),
  SummaryList: () => (
    <SummaryList rows={[{ label: evil, value: evil, action: { href: evil, label: evil } }]} />
  ),
  NotificationBanner: () => (
    <NotificationBanner text={text} kind="success" title={evil}>
      {evil}
    </NotificationBanner>
  ),
  ProgressBar: () => (
    <ProgressBar text={text} label={evil} done={1} total={2} live={{ url: evil, status: evil }} />
  ),
  EmptyState: () => <EmptyState title={evil}>{evil}</EmptyState>,
  Figures: () => (
    <Figures
      figures={[
        { label: evil, value: evil, href: evil },
        { label: evil, value: evil },
      ]}
    />
  ),
  FilterChips: () => <FilterChips text={text} clearHref={evil} chips={[{ label: evil, removeHref: evil }]} />,
  Pager: () => <Pager text={text} previous={evil} next={evil} summary={evil} />,
  BarChart: () => <BarChart text={text} caption={evil} bars={bars} limitDays={15} warnAtDays={[10, 13]} />,
  YearCalendar: () => (
    <YearCalendar
      text={text}
      today="2026-03-02"
      days={sampleDays().map((day) => (day.reason === "holiday" ? { ...day, name: evil, covers: [] } : day))}
    />
  ),
  "unknown refusal": () => <p>{refusalSentence(text, { code: evil })}</p>,
  "known refusal": () => <p>{refusalSentence(text, { code: "unknown-unit", params: { unit: evil } })}</p>,
};

describe("HTML in data stays text", () => {
  for (const [name, render] of Object.entries(cases))
    it(name, () => {
      const html = htmlOf(render());
      expect(html).not.toContain("<img");
      expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
      expect(html.replaceAll("src=x onerror=alert(1)", "")).not.toMatch(/ (on[a-z]+|style)=/);
    });
});
