import type { Contribution } from "@dunmiao/domain/award";
import { openDecisions } from "@dunmiao/domain/award/acts";
import { formKey } from "../page.tsx";
import { Button, ButtonGroup } from "../ui/button.tsx";
import { TextAreaField } from "../ui/fields.tsx";
import { PostForm } from "../ui/form.tsx";
import { Details } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";
import { bindForm } from "./failed.ts";
import type { ResultsProps } from "./resultsProps.ts";

type Props = ResultsProps & { text: Text };

/** One form for what is open on a contribution; its buttons send it to their acts. */
export function DecisionForm(props: Props & { contribution: Contribution }) {
  const { text, record, failed, contribution } = props;
  const words = text.awardPage;
  const [first, ...others] = openDecisions(props.ground, contribution.id);
  if (!first) return null;
  const { id, title, revision } = contribution;
  const form = `decide-${id}`;
  const url = `/secondments/${record.id}/contributions/${id}`;
  return (
    <Details summary={words.decide({ contribution: title })} isOpen={failed?.form === form}>
      <PostForm action={`${url}/${first}`} idempotencyKey={formKey()}>
        <input type="hidden" name="seen" value={String(revision)} />
        <TextAreaField
          {...bindForm(text, form, failed)("reason")}
          label={words.reason}
          hint={words.decideHint}
          maxLength={500}
          rows={2}
        />
        <ButtonGroup>
          {[first, ...others].map((act) => (
            <Button kind={act === "reject" ? "secondary" : "primary"} formaction={`${url}/${act}`}>
              {words[act]}
            </Button>
          ))}
        </ButtonGroup>
      </PostForm>
    </Details>
  );
}
