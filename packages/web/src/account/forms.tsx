import type { Account } from "@dunmiao/domain/account";
import { isOfKind } from "@dunmiao/domain/account/roles";
import { personRoles } from "@dunmiao/domain/actor";
import type { Units } from "@dunmiao/store/unit";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { DateField, SelectField, TextField } from "../ui/fields.tsx";
import { PostForm } from "../ui/form.tsx";
import { bindOneOf, type Refused } from "../ui/oneOfForms.ts";
import { Details } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";

/** Which form of the page was refused. */
export type RefusedAccount = Refused & { form: "grant" | "suspend" | "bind" | "arm" | "review" };
type Props = { text: Text; account: Account; refused: RefusedAccount | undefined };

/** A role with its unit and days. */
export function GrantForm({ text, account, refused, units, today }: Props & { units: Units; today: string }) {
  const words = text.accountPage;
  const own = refused?.form === "grant" ? refused : undefined;
  const field = bindOneOf(text, "grant", own, { from: today });
  const fitting = personRoles.filter((each) => isOfKind(account, each));
  const roles = fitting.map((value) => ({ value, label: text.role[value] }));
  const { access: accessWords } = text.machinePage;
  const access = [{ value: "write", label: accessWords.write }];
  const places = [...units.values()].map(({ id, name }) => ({ value: id, label: `${name} ${id}` }));
  return (
    <Details summary={words.grant} isOpen={own !== undefined}>
      <p class="govuk-body">{words.grantHint}</p>
      <PostForm action={`/accounts/${account.id}/roles`} idempotencyKey={formKey()}>
        <SelectField {...field("role")} label={words.assignment} options={roles} prompt="" />
        <SelectField {...field("unit")} label={words.unit} options={places} prompt={words.noUnit} />
        {account.kind === "machine" ? (
          <SelectField
            {...field("access")}
            label={accessWords.label}
            options={access}
            prompt={accessWords.read}
          />
        ) : null}
        <DateField {...field("from")} label={words.from} />
        <DateField {...field("to")} label={words.to} hint={[words.toHint, " ", text.form.dateHint]} />
        <Button>{words.grant}</Button>
      </PostForm>
    </Details>
  );
}

/** Why nobody shall sign in with it any more. */
export function SuspendForm({ text, account, refused }: Props) {
  const words = text.accountPage;
  const own = refused?.form === "suspend" ? refused : undefined;
  const field = bindOneOf(text, "suspend", own);
  return (
    <Details summary={words.suspend} isOpen={own !== undefined}>
      <p class="govuk-body">{words.suspendHint}</p>
      <PostForm action={`/accounts/${account.id}/suspend`} idempotencyKey={formKey()}>
        <TextField {...field("reason")} label={words.reason} />
        <Button kind="warning">{words.suspend}</Button>
      </PostForm>
    </Details>
  );
}
