import type { Proposal } from "@dunmiao/domain/matching/proposePairs";
import { raw } from "hono/html";
import type { PropsWithChildren } from "hono/jsx";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { RadioField } from "../ui/choices.tsx";
import { FieldsTogether } from "../ui/fieldFrame.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { escapeText } from "../ui/markup.ts";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import type { Column } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { mostAccepted } from "./accept.ts";

/** What was sent of a choice, and what was wrong with it. */
export type RefusedChoice = { values: Readonly<Record<string, string>>; errors: readonly FieldMessage[] };
type FormProps = PropsWithChildren<{
  text: Text;
  /** The question, so that what is refused can be shown again, and what the pairs are to have. */
  hidden: Readonly<Record<string, string>>;
  most: number;
  refused: RefusedChoice | undefined;
}>;

/** The rows that were chosen when the form was sent; undefined where it was not. */
export function takenOf(refused: RefusedChoice | undefined): ReadonlySet<string> | undefined {
  return refused && new Set(refused.values.pairs?.match(/[0-9A-Za-z-]+:[a-z0-9-]+:[0-9A-Za-z-]+/g));
}

/** The proposals with a choice in each row, and what holds for all that are taken. */
export function AcceptForm({ text, hidden, most, refused, children }: FormProps) {
  const words = text.matchingPage;
  const { values = {}, errors = [] } = refused ?? {};
  const field = bindFields({ text, values: { leading: "apprentice", ...values }, errors });
  return (
    <PostForm action="/pairs/proposals/accepted" idempotencyKey={formKey()}>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p class="govuk-body">{words.takeIntro}</p>
      {most > mostAccepted ? <p class="govuk-body">{words.takeMost({ most: mostAccepted })}</p> : null}
      <FieldsTogether text={text} id="pairs" legend={words.proposals} error={field("pairs").error}>
        {children}
      </FieldsTogether>
      <RadioField
        {...field("leading")}
        legend={text.pairPage.leading}
        hint={text.pairPage.leadingHint}
        layout="inline"
        choices={(["apprentice", "mentor"] as const).map((value) => ({
          value,
          label: text.pairPage.leads[value],
        }))}
      />
      <RadioField
        {...field("kin")}
        legend={words.takenKin}
        layout="inline"
        choices={(["false", "true"] as const).map((value) => ({ value, label: text.pairPage.isKin[value] }))}
      />
      <Button>{words.take}</Button>
    </PostForm>
  );
}

/** The choice of a row: the mentor proposed, the next best, or nobody. More rows than are taken at once begin with nobody. */
export function takeColumn(
  text: Text,
  person: (id: string) => string,
  { proposals, taken }: { proposals: readonly Proposal[]; taken: ReadonlySet<string> | undefined },
): Column<Proposal> {
  const words = text.matchingPage;
  const place = new Map(proposals.map((each, at) => [each, at]));
  return {
    label: words.choice,
    kind: "act",
    cell: (each) => {
      const { apprentice, focus, mentor, nextBest } = each;
      const [proposed, next] = [mentor, nextBest?.mentor ?? ""].map((id) => `${apprentice}:${focus}:${id}`);
      const isNext = taken?.has(next ?? "") === true && nextBest !== undefined;
      const isTaken = taken ? taken.has(proposed ?? "") : (place.get(each) ?? 0) < mostAccepted;
      const option = (value: string, label: string, isChosen: boolean) =>
        `<option value="${escapeText(value)}"${isChosen ? " selected" : ""}>${escapeText(label)}</option>`;
      const options = [
        option(proposed ?? "", words.takeProposed, isTaken),
        nextBest ? option(next ?? "", words.takeNext({ name: person(nextBest.mentor) }), isNext) : "",
        option("", words.takeNobody, !isTaken && !isNext),
      ];
      const name = words.choiceOf({ name: person(apprentice) });
      return raw(
        `<select class="govuk-select" name="pairs" aria-label="${escapeText(name)}">${options.join("")}</select>`,
      );
    },
  };
}
