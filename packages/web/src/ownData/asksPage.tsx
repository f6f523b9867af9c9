import { type Asked, assumedEvidence, assumedMinutes } from "@dunmiao/domain/assessment/formMinutes";
import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { DenseTable } from "../ui/table.ts";

/** Minutes a month and role, how they are computed, and what is not collected. */
export function AsksPage({ chrome, asked }: { chrome: Chrome; asked: readonly Asked[] }) {
  const { text } = chrome;
  const words = text.ownData;
  const { form, choice, paragraph, evidence } = assumedMinutes;
  return (
    <Layout chrome={chrome} title={words.asksTitle}>
      <p class="govuk-body">{words.asksIntro}</p>
      <DenseTable
        text={text}
        caption={words.asksTitle}
        isCaptionHidden
        rows={asked}
        columns={[
          { label: words.role, kind: "rowHeader", cell: ({ by }) => text.role[by] },
          { label: words.formsAYear, kind: "number", cell: ({ formsAYear }) => String(formsAYear) },
          { label: words.minutesAMonth, kind: "number", cell: ({ minutesAMonth }) => String(minutesAMonth) },
        ]}
      />
      <p class="govuk-body">
        {words.asksHow({
          form: String(form),
          choice: String(choice),
          paragraph: String(paragraph),
          evidence: String(evidence),
          pieces: String(assumedEvidence),
        })}
      </p>
      <h2 class="govuk-heading-m">{words.notCollected}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {Object.values(words.never).map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      <p class="govuk-body">{words.kept}</p>
    </Layout>
  );
}
