import type { Account, Identity } from "@dunmiao/domain/account";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/fields.tsx";
import { PostForm } from "../ui/form.tsx";
import { bindOneOf } from "../ui/oneOfForms.ts";
import { Details } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import type { RefusedAccount } from "./forms.tsx";
import { identityTag } from "./tags.ts";

type Props = {
  text: Text;
  account: Account;
  may: { keep: boolean; confirmIdentity: boolean };
  refused: RefusedAccount | undefined;
  /** The organisation's provider, where there is one. */
  issuer: string | undefined;
};

/** By whom of the provider the account is signed in to. */
export function Identities({ text, account, may, refused, issuer }: Props) {
  const words = text.accountPage;
  const { identities = [] } = account;
  const act = (id: string, what: "confirm" | "unbind") => (
    <PostForm action={`/accounts/${account.id}/identities/${id}/${what}`} idempotencyKey={formKey()}>
      <button type="submit" class="dm-link-button">
        {words[what]}
      </button>
    </PostForm>
  );
  const cell = ({ id, askedBy }: Identity) => (
    <>
      {may.confirmIdentity && askedBy ? act(id, "confirm") : null}
      {may.keep ? act(id, "unbind") : null}
    </>
  );
  const isActed = may.keep || may.confirmIdentity;
  const acts = isActed ? [{ label: text.common.actions, kind: "act" as const, cell }] : [];
  return (
    <>
      {identities.length === 0 ? null : (
        <DenseTable
          text={text}
          caption={account.kind === "machine" ? text.machinePage.identities : words.identities}
          rows={identities}
          columns={[
            { label: words.subject, kind: "rowHeader", cell: ({ subject }) => subject },
            { label: words.issuer, cell: ({ issuer: at }) => at },
            { label: words.boundOn, kind: "date", cell: ({ boundOn }) => boundOn },
            { label: words.state, cell: ({ askedBy }) => identityTag(text, askedBy ? "asked" : "bound") },
            ...acts,
          ]}
        />
      )}
      {may.keep && issuer !== undefined && account.status === "active" ? (
        <BindForm text={text} account={account} refused={refused} issuer={issuer} />
      ) : null}
    </>
  );
}

type FormProps = Pick<Props, "text" | "account" | "refused"> & { issuer: string };

function BindForm({ text, account, refused, issuer }: FormProps) {
  const words = text.accountPage;
  const own = refused?.form === "bind" ? refused : undefined;
  const field = bindOneOf(text, "bind", own);
  const hint = account.kind === "machine" ? text.machinePage.bindHint : words.bindHint;
  return (
    <Details summary={words.bind} isOpen={own !== undefined}>
      <p class="govuk-body">{hint({ issuer })}</p>
      <PostForm action={`/accounts/${account.id}/identities`} idempotencyKey={formKey()}>
        <TextField {...field("subject")} label={words.subject} autocomplete="off" />
        <Button>{words.bind}</Button>
      </PostForm>
    </Details>
  );
}
