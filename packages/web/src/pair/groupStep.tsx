import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { Figures, ProgressBar } from "../ui/pieces.tsx";
import { type GroupEntry, type GroupResult, stepOf } from "./group.ts";
import { groupPath } from "./groupPage.tsx";
import { ResultTable, resultLine } from "./resultTable.tsx";

type Props = {
  chrome: Chrome;
  entry: GroupEntry;
  /** What became of the pairs of this step. */
  results: readonly GroupResult[];
  /** Key of the entry, under which each pair is entered once. */
  entryKey: string | undefined;
};

/** How far an entry has come, and the form that goes on: sent by the page's script, or by whoever presses its button. */
export function GroupStepPage({ chrome, entry, results, entryKey = formKey() }: Props) {
  const { text } = chrome;
  const words = text.pairGroup;
  const { pairs, until } = stepOf(entry);
  const refusedNow = results.filter(({ refusals }) => refusals.length > 0);
  const refused = [...entry.refused, ...refusedNow.map(({ id }) => id)];
  const { pair: _, reached: __, refused: ___, ...facts } = entry;
  return (
    <Layout chrome={chrome} title={words.title} section="pairs" isAnswer>
      <ProgressBar text={text} label={words.running} done={until} total={pairs.length} />
      <Figures
        figures={[
          { label: words.enteredCount, value: until - refused.length },
          { label: words.refusedCount, value: refused.length },
          { label: words.leftCount, value: pairs.length - until },
        ]}
      />
      <p class="govuk-body">{words.runningHelp}</p>
      <PostForm action={groupPath} idempotencyKey={entryKey} goesOn>
        {Object.entries(facts).map(([name, value]) => (
          <input type="hidden" name={name} value={String(value)} />
        ))}
        {pairs.map((id) => (
          <input type="hidden" name="pair" value={id} />
        ))}
        {refused.map((id) => (
          <input type="hidden" name="refused" value={id} />
        ))}
        <input type="hidden" name="reached" value={String(until)} />
        <Button>{words.goOn}</Button>
      </PostForm>
      {refusedNow.length === 0 ? null : (
        <ResultTable
          text={text}
          caption={words.results}
          done={words.entered}
          results={refusedNow.map((each) => resultLine(text, each))}
        />
      )}
    </Layout>
  );
}
