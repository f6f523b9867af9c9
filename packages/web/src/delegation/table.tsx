import type { Account } from "@dunmiao/domain/account";
import { type Delegation, isGivenOn } from "@dunmiao/domain/delegation";
import { formKey } from "../page.tsx";
import { PostForm } from "../ui/form.tsx";
import { roleInUse } from "../ui/roleInUse.ts";
import { signerName } from "../ui/signerName.ts";
import { type Column, DenseTable } from "../ui/table.ts";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";

type Props = {
  text: Text;
  today: string;
  account: Account;
  /** Address of the delegations of this account, where the reader takes them back. */
  path: string | undefined;
};

/** Every delegation of an account, newest first; nothing where there is none. */
export function DelegationTable({ text, today, account, path }: Props) {
  const { delegations = [], assignments } = account;
  if (delegations.length === 0) return null;
  const words = text.delegationPage;
  const roleOf = (each: Delegation) => {
    const found = assignments.find(({ id }) => id === each.assignment);
    return found ? roleInUse(text, { role: found.role, unitName: found.unit?.name }) : "";
  };
  const act: Column<Delegation> = {
    label: text.common.actions,
    kind: "act",
    cell: (each) =>
      each.state === "given" && today <= each.to ? (
        <PostForm action={`${path}/${each.id}/end`} idempotencyKey={formKey()}>
          <button type="submit" class="dm-link-button">
            {words.end}
          </button>
        </PostForm>
      ) : (
        ""
      ),
  };
  return (
    <DenseTable
      text={text}
      caption={words.title}
      rows={delegations.toReversed()}
      columns={[
        { label: words.assignment, kind: "rowHeader", cell: roleOf },
        {
          label: words.delegate,
          kind: "name",
          cell: ({ delegate: { id, name } }) => text.accountPage.one({ name, number: id }),
        },
        { label: words.from, kind: "date", cell: ({ from }) => from },
        { label: words.to, kind: "date", cell: ({ to }) => to },
        { label: words.state, cell: (each) => stateTag(text, each, today) },
        { label: words.reason, cell: ({ reason }) => reason },
        { label: words.by, cell: ({ by }) => signerName(text, by) },
        ...(path === undefined ? [] : [act]),
      ]}
    />
  );
}

const colours = { now: "green", later: "yellow", over: "grey", ended: "grey" } as const;

function stateTag(text: Text, each: Delegation, today: string) {
  const state =
    each.state === "ended" ? "ended" : isGivenOn(each, today) ? "now" : each.from > today ? "later" : "over";
  return tag(text.delegationPage.stateOf[state], colours[state]);
}
