import type { Account } from "@dunmiao/domain/account";
import { delegableRoles } from "@dunmiao/domain/account/delegation";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { DateField, SelectField, TextField } from "../ui/fields.tsx";
import { PostForm } from "../ui/form.tsx";
import { bindOneOf, type Refused } from "../ui/oneOfForms.ts";
import { Details } from "../ui/pieces.tsx";
import { roleInUse } from "../ui/roleInUse.ts";
import type { Text } from "../ui/text.ts";

/** Name of the form among others of its page. */
export const delegationForm = "delegate";

type Props = {
  text: Text;
  today: string;
  account: Account;
  /** Where it is sent. */
  path: string;
  label: string;
  refused: Refused | undefined;
};

/** Which role, who, from when to when, and why; a sentence where no role can be delegated. */
export function DelegationForm({ text, today, account, path, label, refused }: Props) {
  const words = text.delegationPage;
  const roles = delegableRoles(account, today);
  if (roles.length === 0) return <p class="govuk-inset-text">{words.noRoles}</p>;
  const options = roles.map(({ id, role, unit }) => ({
    value: id,
    label: roleInUse(text, { role, unitName: unit?.name }),
  }));
  const only = roles.length === 1 ? roles[0]?.id : undefined;
  const field = bindOneOf(text, delegationForm, refused, { from: today, ...(only && { assignment: only }) });
  return (
    <Details summary={label} isOpen={refused !== undefined}>
      <p class="govuk-body">{words.intro}</p>
      <p class="govuk-body">{words.ends}</p>
      <PostForm action={path} idempotencyKey={formKey()}>
        <SelectField {...field("assignment")} label={words.assignment} options={options} prompt="" />
        <TextField
          {...field("delegate")}
          label={words.delegateNumber}
          hint={words.delegateHint}
          width={20}
          autocomplete="off"
        />
        <DateField {...field("from")} label={words.from} />
        <DateField {...field("to")} label={words.to} hint={[words.toHint, " ", text.form.dateHint]} />
        <TextField {...field("reason")} label={words.reason} />
        <Button>{words.give}</Button>
      </PostForm>
    </Details>
  );
}
