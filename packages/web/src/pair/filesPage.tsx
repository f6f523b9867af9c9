import { addDays } from "@dunmiao/domain/calendarDate";
import { hrefOf } from "../overview/query.ts";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { DateField, SelectField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { formatNumber } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { FilterChips } from "../ui/lists.tsx";
import type { Refused } from "../ui/oneOfForms.ts";
import { EmptyState, Figures } from "../ui/pieces.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import type { UnitFiles } from "./files.ts";
import { FileTable, TickedFiles } from "./fileTable.tsx";
import type { figuresOf, ListedPair } from "./list.ts";
import { sideOptions, usualDays } from "./pageForms.tsx";
import { fileFigures } from "./workTable.tsx";

type Props = {
  chrome: Chrome;
  figures: ReturnType<typeof figuresOf>;
  units: readonly UnitFiles[];
  rows: readonly ListedPair[];
  leads: { code: string; name: string | undefined } | undefined;
  mayAssign: boolean;
  tried: Refused | undefined;
};

const path = "/pairs/files";

/** Files that lack something: how many of which unit, and each with what it lacks and who was asked for it. */
export function FilesPage({ chrome, figures, units, rows, leads, mayAssign, tried }: Props) {
  const { text, today } = chrome;
  const words = text.pairWork;
  const errors = fieldMessages(text, tried?.refusals ?? []);
  const usual = { side: "unit", dueOn: addDays(today, usualDays) };
  const values = { ...usual, ...tried?.values };
  const field = bindFields({ text, errors, values });
  const may = mayAssign ? { ticked: tickedIn(tried), alone: "assign-alone" } : { ticked: undefined };
  const table = <FileTable text={text} rows={rows} {...may} />;
  return (
    <Layout
      chrome={chrome}
      title={words.filesTitle}
      section="pairs"
      back={{ href: "/pairs", label: text.pairPage.title }}
      errors={errors}
    >
      <p class="govuk-body">{words.filesIntro}</p>
      <Figures figures={fileFigures(text, figures)} />
      <UnitTable text={text} units={units} figures={figures} />
      <FilterChips
        text={text}
        chips={leads ? [{ label: unitName(text, leads), removeHref: path }] : []}
        clearHref={path}
      />
      {rows.length === 0 ? (
        <EmptyState title={words.allComplete}>{words.allCompleteHint}</EmptyState>
      ) : mayAssign ? (
        <>
          <PostForm action={path} idempotencyKey={formKey()} id={may.alone}>
            {Object.entries(usual).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <p class="govuk-hint" data-no-print>
              {words.assignAloneHint({ due: usual.dueOn })}
            </p>
          </PostForm>
          <PostForm action={path} idempotencyKey={formKey()}>
            {leads ? <input type="hidden" name="leads" value={leads.code} /> : null}
            <TickedFiles text={text} error={field("pair").error}>
              {table}
            </TickedFiles>
            <div class="dm-batch" data-no-print>
              <p class="govuk-hint">{words.assignHint}</p>
              <SelectField {...field("side")} label={words.assignTo} options={sideOptions(text)} />
              <DateField {...field("dueOn")} label={words.assignDue} />
              <Button>{words.assign}</Button>
            </div>
          </PostForm>
        </>
      ) : (
        table
      )}
    </Layout>
  );
}

/** What was ticked when the form was refused: one alone, several as a list. */
function tickedIn(tried: Refused | undefined): ReadonlySet<string> {
  const { pair = "" } = tried?.values ?? {};
  return new Set(pair.startsWith("[") ? pair.match(/[0-9A-Za-z-]{1,64}/g) : [pair]);
}

function unitName(text: Text, { code, name }: { code: string; name: string | undefined }): string {
  return name ?? `${code} ${text.pairWork.noUnit}`;
}

function UnitTable({ text, units, figures }: { text: Text } & Pick<Props, "units" | "figures">) {
  const words = text.pairWork;
  const { heads: labels } = words;
  const asked = {
    pairs: ["/pairs", { counted: "true" }],
    files: ["/pairs", { file: "complete" }],
    missing: [path, {}],
  } as const;
  const opens = (key: keyof typeof asked) => (row: UnitFiles) => {
    const [of, query] = asked[key];
    return link(hrefOf(of, { leads: row.code, ...query }), formatNumber(row[key]));
  };
  if (units.length === 0) return null;
  return (
    <DenseTable
      text={text}
      caption={words.filesByUnit}
      rows={units}
      columns={[
        { label: words.unit, kind: "rowHeader", cell: (each) => unitName(text, each) },
        { label: labels.pairs, kind: "number", cell: opens("pairs") },
        { label: labels.files, kind: "number", cell: opens("files") },
        { label: labels.missing, kind: "number", cell: opens("missing") },
      ]}
      foot={[words.total, ...[figures.pairs, figures.files, figures.missing].map(formatNumber)]}
    />
  );
}
