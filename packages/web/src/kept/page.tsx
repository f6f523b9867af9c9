import type { Kept } from "@dunmiao/store/kept";
import { againAct } from "../againAct.ts";
import { Button, ButtonGroup } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { formatInstant } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { EmptyState, SummaryList } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";
import { typedFields } from "./typedFields.ts";

/** The forms that one sent after the session had ended; each is sent or thrown away by its button, nothing by itself. */
export function KeptPage({ chrome, kept }: { chrome: Chrome; kept: readonly Kept[] }) {
  const words = chrome.text.keptPage;
  return (
    <Layout chrome={chrome} title={words.title}>
      {kept.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <p class="govuk-body">{words.intro}</p>
      )}
      {kept.map((each, index) => (
        <KeptForm text={chrome.text} kept={each} number={index + 1} />
      ))}
    </Layout>
  );
}

function KeptForm({ text, kept, number }: { text: Text; kept: Kept; number: number }) {
  const words = text.keptPage;
  const typed = typedFields(kept.fields);
  // Buttons alone, such as to confirm, have no field of their own.
  const isFileOnly = kept.hadFile && typed.length === 0;
  const rows = [
    { label: words.heldBy, value: link(kept.from, kept.from) },
    { label: words.filledIn, value: words.fields({ count: typed.length }) },
    { label: words.until, value: formatInstant(new Date(kept.expiresAt * 1000).toISOString()) },
  ];
  return (
    <section>
      <h2 class="govuk-heading-m">{words.form({ number })}</h2>
      <SummaryList rows={rows} />
      {kept.hadFile ? (
        <p class="govuk-body">
          {words.fileAgain} {link(kept.from, words.toUpload)}
        </p>
      ) : null}
      {typed.length > 0 ? <Again text={text} kept={kept} /> : null}
      {isFileOnly ? null : (
        <form method="post" action={`/kept/${kept.id}/send`}>
          {kept.fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Button {...(typed.length > 0 && { kind: "secondary" as const })}>{words.send}</Button>
        </form>
      )}
      <form method="post" action={`/kept/${kept.id}/discard`}>
        <ButtonGroup>
          <Button kind="secondary">{words.discard}</Button>
        </ButtonGroup>
      </form>
    </section>
  );
}

/** Back to the page of the form with everything in its boxes; nothing is carried out. */
function Again({ text, kept }: { text: Text; kept: Kept }) {
  return (
    <form method="post" action={kept.path}>
      {kept.fields.map(([name, value]) =>
        name === "act" ? null : <input type="hidden" name={name} value={value} />,
      )}
      <input type="hidden" name="act" value={againAct} />
      <Button>{text.keptPage.again}</Button>
    </form>
  );
}
