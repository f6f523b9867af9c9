import { type Account, rolesOn } from "@dunmiao/domain/account";
import { laterOf } from "@dunmiao/domain/calendarDate";
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
  const isHeld = ({ assignment, from }: Delegation) =>
    rolesOn(account, laterOf(today, from)).some(({ id }) => id === assignment);
  const stateOf = (each: Delegation) => (isHeld(each) ? stateOn(each, today) : lapsed(each));
  const roleOf = (each: Delegation) => {
    const found = assignments.find(({ id }) => id === each.assignment);
    return found ? roleInUse(text, { role: found.role, unitName: found.unit?.name }) : "";
  };
  const act: Column<Delegation> = {
    label: text.common.actions,
    kind: "act",
    cell: (each) =>
      stateOf(each) === "now" || stateOf(each) === "later" ? (
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
        { label: words.state, cell: (each) => tag(words.stateOf[stateOf(each)], colours[stateOf(each)]) },
        { label: words.reason, cell: ({ reason }) => reason },
        { label: words.by, cell: ({ by }) => signerName(text, by) },
        ...(path === undefined ? [] : [act]),
      ]}
    />
  );
}

const colours = { now: "green", later: "yellow", over: "grey", ended: "grey" } as const;

type State = keyof typeof colours;

function stateOn(each: Delegation, today: string): State {
  if (each.state === "ended") return "ended";
  if (isGivenOn(each, today)) return "now";
  return each.from > today ? "later" : "over";
}

/** The holder has the role no more: nobody acts in it for them. */
function lapsed({ state }: Delegation): State {
  return state === "ended" ? "ended" : "over";
}
