import { forceLevels } from "@dunmiao/domain/force";
import { type PeopleFigure, peopleFigures, type Quota, type QuotaRow } from "@dunmiao/domain/unit/quota";
import type { Units } from "@dunmiao/store/unit";
import { formKey } from "../page.tsx";
import { Button, ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { DateField, SelectField, TextField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { formatNumber } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { EmptyState, Figures } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { type Column, DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { namesOf } from "../unit/tree.ts";
import { quotaPeopleHref } from "./peopleHref.ts";

export const quotaPath = "/quota";
type Props = { chrome: Chrome; quota: Quota; units: Units; mayKeep: boolean };

/** How many each unit is to send down, how many it has down, and what lacks. */
export function QuotaPage({ chrome, quota, units, mayKeep }: Props) {
  const { text, today } = chrome;
  const words = text.quotaPage;
  const { rows, total, withoutForce } = quota;
  return (
    <Layout
      chrome={chrome}
      title={words.title}
      section="cohorts"
      back={{ href: "/cohorts", label: text.nav.cohorts }}
    >
      <p class="govuk-body">{words.intro({ today })}</p>
      {mayKeep ? (
        <ButtonGroup>
          <LinkButton href={`${quotaPath}/new`}>{words.enter}</LinkButton>
        </ButtonGroup>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <>
          <Figures
            figures={[
              { label: words.figure.planned, value: total.planned },
              {
                label: words.figure.actual,
                value: total.actual,
                href: quotaPeopleHref({ figure: "actual" }),
              },
              { label: words.figure.gap, value: total.gap },
            ]}
          />
          <QuotaTable text={text} quota={quota} unitName={namesOf(units, text)} mayKeep={mayKeep} />
        </>
      )}
      {withoutForce.actual + withoutForce.coming === 0 ? null : (
        <p class="govuk-body">
          {words.withoutForce(withoutForce)}
          {peopleFigures.map((figure) =>
            withoutForce[figure] > 0 ? (
              <>
                {" "}
                <a class="govuk-link" href={quotaPeopleHref({ figure, withoutForce: "true" })}>
                  {words.see[figure]}
                </a>
              </>
            ) : null,
          )}
        </p>
      )}
    </Layout>
  );
}

type TableProps = { text: Text; quota: Quota; unitName: (code: string) => string; mayKeep: boolean };
type Line = Omit<QuotaRow, "unit" | "level" | "from" | "sharePercent"> & { row?: QuotaRow };

function QuotaTable({ text, quota: { rows, total }, unitName, mayKeep }: TableProps) {
  const words = text.quotaPage;
  const lines: Line[] = [...rows.map((row) => ({ ...row, row })), total];
  const count = (figure: "people" | "planned" | "gap"): Column<Line> => ({
    label: words.column[figure],
    kind: "number",
    cell: (line) => formatNumber(line[figure]),
  });
  const people = (figure: PeopleFigure): Column<Line> => ({
    label: words.column[figure],
    kind: "number",
    cell: (line) =>
      line[figure] === 0
        ? "0"
        : link(quotaPeopleHref({ figure, unit: line.row?.unit }), formatNumber(line[figure])),
  });
  return (
    <DenseTable
      text={text}
      caption={words.title}
      isCaptionHidden
      rows={lines}
      columns={[
        {
          label: text.common.unit,
          kind: "rowHeader",
          cell: ({ row }) => (row ? unitName(row.unit) : words.total),
        },
        { label: words.column.level, cell: ({ row }) => (row ? words.level[row.level] : "") },
        count("people"),
        { label: words.column.from, kind: "date", cell: ({ row }) => row?.from ?? "" },
        {
          label: words.column.share,
          kind: "number",
          cell: ({ row }) => (row ? words.percent({ share: row.sharePercent }) : ""),
        },
        count("planned"),
        people("actual"),
        count("gap"),
        people("coming"),
        ...(mayKeep
          ? [
              {
                label: text.common.actions,
                kind: "act" as const,
                cell: ({ row }: Line) =>
                  row ? link(`${quotaPath}/new?unit=${encodeURIComponent(row.unit)}`, words.again) : "",
              },
            ]
          : []),
      ]}
    />
  );
}

type FormProps = {
  chrome: Chrome;
  units: Units;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
};

/** The force of a unit from a day on. */
export function ForceFormPage({ chrome, units, values, errors }: FormProps) {
  const { text } = chrome;
  const words = text.quotaPage;
  const field = bindFields({ text, values, errors });
  const options = [...units.values()]
    .filter(({ kind }) => kind !== "station")
    .map(({ id, name }) => ({ value: id, label: `${name} (${id})` }));
  return (
    <Layout
      chrome={chrome}
      title={words.enter}
      section="cohorts"
      back={{ href: quotaPath, label: words.title }}
      errors={errors}
    >
      <p class="govuk-body">{words.enterIntro}</p>
      <PostForm action={quotaPath} idempotencyKey={formKey()}>
        <SelectField
          {...field("unit")}
          label={text.common.unit}
          prompt={text.form.choose}
          options={options}
        />
        <SelectField
          {...field("level")}
          label={words.column.level}
          prompt={text.form.choose}
          options={forceLevels.map(({ key }) => ({ value: key, label: words.level[key] }))}
        />
        <DateField {...field("from")} label={words.column.from} />
        <TextField {...field("people")} label={words.column.people} width={10} inputmode="numeric" />
        <TextField
          {...field("sharePercent")}
          label={words.share}
          hint={words.shareHint}
          width={5}
          inputmode="decimal"
        />
        <TextField {...field("source")} label={words.source} width={20} />
        <Button>{text.common.save}</Button>
      </PostForm>
    </Layout>
  );
}
