import type { Contribution } from "@dunmiao/domain/award";
import { mayTry } from "@dunmiao/domain/permissions";
import { formKey } from "../page.tsx";
import { Button, ButtonGroup } from "../ui/button.tsx";
import { TextAreaField } from "../ui/fields.tsx";
import { PostForm } from "../ui/form.tsx";
import { Details } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";
import { bindForm } from "./failed.ts";
import type { ResultsProps } from "./resultsProps.ts";

type Props = ResultsProps & { text: Text };
type Act = "verify" | "adopt" | "reject";

/** What the role may do to a contribution of somebody else in its state; the rule asks again. */
function openActs({ actor }: Props, { state, recorded, verified }: Contribution): Act[] {
  if (recorded.by.id === actor.id) return [];
  const mayDecide = mayTry(actor, "decide-contribution") && verified?.by.id !== actor.id;
  const acts: Act[] = [];
  if (state === "reported" && mayTry(actor, "verify-contribution")) acts.push("verify");
  if (state === "verified" && mayDecide) acts.push("adopt");
  if ((state === "reported" || state === "verified") && mayDecide) acts.push("reject");
  return acts;
}

/** One form for what is open on a contribution; its buttons send it to their acts. */
export function DecisionForm(props: Props & { contribution: Contribution }) {
  const { text, record, failed, contribution } = props;
  const words = text.awardPage;
  const [first, ...others] = openActs(props, contribution);
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
