import type { Refusal } from "@dunmiao/domain/refusal";
import { namedCheckpoint } from "../ui/checkpointName.ts";
import type { Chrome } from "../ui/chrome.ts";
import { formatDays, formatHalfRange } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { NotificationBanner } from "../ui/pieces.tsx";
import { refusalSentence } from "../ui/refusalSentence.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import type { BatchResult } from "./batch.ts";
import type { Batch } from "./batchForm.ts";
import { LateReportIns } from "./lateReportIns.tsx";
import { NextTodo } from "./nextTodo.tsx";
import type { TodoLine } from "./todoLine.ts";

type BatchPageProps = {
  chrome: Chrome;
  batch: Batch;
  results: readonly BatchResult[];
  next: TodoLine | undefined;
};

/** What a batch did, line by line: who was done, and who was left out and why. */
export function BatchPage({ chrome, batch, results, next }: BatchPageProps) {
  const { text } = chrome;
  const { todoPage: words } = text;
  const refused = results.filter(({ refusals }) => refusals.length > 0).length;
  const done = results.length - refused;
  return (
    <Layout
      chrome={chrome}
      title={words.batchTitle}
      section="todo"
      back={{ href: "/", label: words.backToList }}
      isAnswer
    >
      <NotificationBanner text={text} kind={refused > 0 ? "important" : "success"}>
        {words.batchDone({ done, refused })}
      </NotificationBanner>
      <DenseTable
        text={text}
        caption={words.batchRows}
        // What was left out first: it still waits.
        rows={results.toSorted((a, b) => b.refusals.length - a.refusals.length)}
        columns={[
          { label: words.person, kind: "rowHeader", cell: (each) => personCell(text, each) },
          {
            label: words.todo,
            cell: (each) => `${words.batchAct[batch.act]}${detailOf(text, batch.act, each)}`,
          },
          { label: words.result, cell: (each) => resultOf(text, each) },
        ]}
      />
      {batch.act === "report-in" ? <LateReportIns text={text} on={batch.on} results={results} /> : null}
      <NextTodo text={text} next={next} />
    </Layout>
  );
}

function personCell(text: Text, { id, name }: BatchResult) {
  return name === undefined ? text.todoPage.unknownPerson({ id }) : link(`/secondments/${id}`, name);
}

function detailOf(text: Text, act: Batch["act"], { about, absence, checkpoint }: BatchResult): string {
  if (act === "report-in") return about === "" ? "" : ` · ${text.todoPage.lateDays({ days: about })}`;
  if (absence) return ` · ${text.absenceClass[absence.class]} ${formatHalfRange(text, absence)}`;
  if (/^\d/.test(about)) return ` · ${text.todoPage.level({ days: about })}`;
  return checkpoint ? ` · ${namedCheckpoint(text, checkpoint, about)}` : "";
}

/** Done, or why not; a request that was left out opens where it can be decided by itself. */
function resultOf(text: Text, { id, about, absence, refusals }: BatchResult) {
  if (refusals.length === 0) return text.todoPage.done;
  const why = refusals.map((each) => whyLeftOut(text, each)).join(" · ");
  const open = absence ? [" ", link(`/secondments/${id}/absences/${about}`, text.secondmentPage.open)] : "";
  return [text.todoPage.leftOut({ why }), open];
}

/** The tick that the rule asks for stands on the page of the request, not here. */
function whyLeftOut(text: Text, refusal: Refusal): string {
  const { countedDays, limitDays } = refusal.params ?? {};
  if (refusal.code !== "over-limit-needs-tick") return refusalSentence(text, refusal);
  return text.todoPage.goesOver({
    days: formatDays(Number(countedDays)),
    limit: formatDays(Number(limitDays)),
  });
}
