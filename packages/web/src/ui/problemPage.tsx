import type { Chrome } from "./chrome.ts";
import { ErrorSummary } from "./errorSummary.tsx";
import { Layout } from "./layout.tsx";
import type { FieldMessage } from "./refusalSentence.ts";

const statuses = ["400", "401", "403", "404", "409", "413", "422", "429", "500", "503"] as const;

/** It shows no form: nothing leads to a field. */
const noFields = new Map<string, string>();

/** Where nothing was sent, nothing needs to be said about what was kept. */
const changesNothing: readonly string[] = ["401", "403", "404", "429", "503"];

type ProblemProps = {
  chrome: Chrome;
  status: number;
  /** Reasons as the rule gave them. */
  errors?: readonly FieldMessage[] | undefined;
  /** Request id, for the administrator. */
  reference?: string | undefined;
};

/** What happened, what was kept, what to do. */
export function ProblemPage({ chrome, status, errors = [], reference }: ProblemProps) {
  const { problem } = chrome.text;
  const known = statuses.find((each) => each === String(status)) ?? (status < 500 ? "400" : "500");
  const sentences = problem[known];
  return (
    <Layout chrome={chrome} title={sentences.title}>
      <ErrorSummary text={chrome.text} errors={errors} fields={noFields} title={sentences.what} />
      {errors.length === 0 ? <p class="govuk-body">{sentences.what}</p> : null}
      {changesNothing.includes(known) ? null : <p class="govuk-body">{problem.kept}</p>}
      <p class="govuk-body">{sentences.next}</p>
      {reference ? (
        <p class="govuk-body dm-muted">
          {problem.reference} {reference}
        </p>
      ) : null}
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          {problem.toStart}
        </a>
      </p>
    </Layout>
  );
}
