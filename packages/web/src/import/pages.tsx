import type { Child } from "hono/jsx";
import { formatNumber } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { Figures, NotificationBanner, ProgressBar } from "../ui/pieces.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { signerName } from "../ui/signerName.ts";
import { aboutOf } from "./about.ts";
import { CheckedFile } from "./checkedFile.tsx";
import type { ImportProps } from "./importProps.ts";
import { Moves } from "./moves.tsx";
import { ProblemTable } from "./problemTable.tsx";
import { besideItsRow } from "./questions.tsx";
import { Steps } from "./steps.tsx";
import { type LoadedImport, problemsOf, shownStatus } from "./view.ts";

/** Steps 3 to 5 of one import: problems and confirmation, progress, result; the record's status says which. */
export function ImportPage(props: ImportProps) {
  const { chrome, cohort, loaded, refusals = [] } = props;
  const { text } = chrome;
  const words = text.importPage;
  const status = shownStatus(loaded.record);
  const bodies = { checked: CheckedFile, running: Running, finished: Finished };
  const Body = bodies[status];
  const { fileName, uploadedBy, uploadedOn } = loaded.record;
  const { title, section, back } = aboutOf(text, loaded.record, cohort);
  return (
    <Layout
      chrome={chrome}
      title={title}
      caption={`${fileName} · ${words.uploaded({ by: signerName(text, uploadedBy), on: uploadedOn })}`}
      section={section}
      back={back}
      errors={fieldMessages(text, refusals.map(besideItsRow))}
    >
      <Steps text={text} current={status === "checked" ? currentStep(loaded) : "result"} />
      <Body {...props} />
    </Layout>
  );
}

function currentStep({ record }: LoadedImport): "check" | "confirm" {
  return record.errorCount > 0 ? "check" : "confirm";
}

function Running({ chrome, loaded }: ImportProps) {
  const { text } = chrome;
  const { record, progress } = loaded;
  const refused = progress.refused.length;
  const url = `/imports/${record.id}`;
  return (
    <>
      <ProgressBar
        text={text}
        label={text.importPage.running}
        done={progress.done + refused}
        total={record.total}
        live={{ url, status: shownStatus(record) }}
      />
      <p class="govuk-body">{text.importPage.runningHelp}</p>
      <Totals chrome={chrome} loaded={loaded} />
      <p class="govuk-body" data-no-print>
        <a class="govuk-link" href={url}>
          {text.common.refresh}
        </a>
      </p>
    </>
  );
}

function Finished({ chrome, cohort, loaded }: ImportProps) {
  const { text } = chrome;
  const words = text.importPage;
  const { record, progress } = loaded;
  const { created, alreadyThere, refused } = progress;
  const problems = problemsOf(loaded).length;
  const { result, back } = aboutOf(text, record, cohort);
  const figures = { created, alreadyThere, refused: refused.length };
  const shown = {
    created: formatNumber(figures.created),
    alreadyThere: formatNumber(figures.alreadyThere),
    refused: formatNumber(figures.refused),
  };
  return (
    <>
      <NotificationBanner text={text} kind={figures.refused === 0 ? "success" : "important"}>
        {words.finished(shown)}
      </NotificationBanner>
      <Totals chrome={chrome} loaded={loaded} />
      {refused.length === 0 ? (
        <p class="govuk-body">{words.noneRefused}</p>
      ) : (
        <ProblemTable
          text={text}
          caption={words.refusedTable({ count: refused.length })}
          problems={refused}
        />
      )}
      {problems > 0 ? <p class="govuk-body">{words.leftOut({ count: problems })}</p> : null}
      <Moves text={text} loaded={loaded} />
      <Links
        links={[
          [result.href, result.label],
          record.would.pairs !== undefined && ["/pairs", text.pairPage.title],
          result.href !== back.href && [back.href, back.label],
          problems + refused.length + loaded.moves.length + loaded.notices.length > 0 && [
            `/imports/${record.id}/problems.csv`,
            words.downloadProblems,
          ],
        ]}
      />
    </>
  );
}

function Totals({ chrome, loaded }: Pick<ImportProps, "chrome" | "loaded">) {
  const words = chrome.text.importPage;
  const { created, alreadyThere, done, refused } = loaded.progress;
  const { total } = loaded.record;
  return (
    <Figures
      figures={[
        { label: words.created, value: created },
        { label: words.alreadyThere, value: alreadyThere },
        { label: words.refused, value: refused.length },
        { label: words.left, value: total - done - refused.length },
      ]}
    />
  );
}

function Links({ links }: { links: readonly (readonly [string, Child] | false)[] }) {
  return (
    <ul class="govuk-list">
      {links.map((each) =>
        each ? (
          <li>
            <a class="govuk-link" href={each[0]}>
              {each[1]}
            </a>
          </li>
        ) : null,
      )}
    </ul>
  );
}
