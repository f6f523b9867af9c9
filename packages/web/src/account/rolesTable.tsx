import type { Account, Assignment } from "@dunmiao/domain/account";
import { isOtherHand } from "@dunmiao/domain/account/roles";
import type { Actor } from "@dunmiao/domain/actor";
import { formKey } from "../page.tsx";
import { PostForm } from "../ui/form.tsx";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { assignmentTag } from "./tags.ts";

/** `confirm`: the hand that the reader is, which confirms what the other one asked for. */
export type MayRoles = { keep: boolean; grant: boolean; confirm: Actor | undefined };
type Props = { text: Text; account: Account; may: MayRoles };

/** Every role that the person has or had, newest first, with what the reader does with it. */
export function Roles({ text, account, may }: Props) {
  const words = text.accountPage;
  if (account.assignments.length === 0) return <p class="govuk-inset-text">{words.noRoles}</p>;
  return (
    <DenseTable
      text={text}
      caption={words.roles}
      rows={account.assignments.toReversed()}
      columns={[
        {
          label: words.assignment,
          kind: "rowHeader",
          cell: ({ role, access }) => roleName(text, role, access),
        },
        { label: words.unit, cell: ({ unit }) => unit?.name ?? "" },
        { label: words.from, kind: "date", cell: ({ from }) => from },
        { label: words.to, kind: "date", cell: ({ to }) => to ?? words.noEnd },
        { label: words.state, cell: (each) => assignmentTag(text, each) },
        { label: words.grantedBy, cell: ({ grantedBy }) => signerName(text, grantedBy) },
        {
          label: text.common.actions,
          kind: "act",
          cell: (each) => <RoleActs text={text} account={account} may={may} role={each} />,
        },
      ]}
    />
  );
}

/** Of a machine that may write it says so. */
function roleName(text: Text, role: Assignment["role"], access: Assignment["access"]): string {
  return access ? `${text.role[role]} · ${text.machinePage.access[access]}` : text.role[role];
}

function RoleActs({ text, account, may, role }: Props & { role: Assignment }) {
  const words = text.accountPage;
  const path = `/accounts/${account.id}/roles/${role.id}`;
  return (
    <>
      {may.confirm && role.state === "asked" && isOtherHand(may.confirm, role) ? (
        <PostForm action={`${path}/confirm`} idempotencyKey={formKey()}>
          <button type="submit" class="dm-link-button">
            {words.confirm}
          </button>
        </PostForm>
      ) : null}
      {may.grant && role.state !== "ended" ? (
        <PostForm action={`${path}/end`} idempotencyKey={formKey()}>
          <button type="submit" class="dm-link-button">
            {words.end}
          </button>
        </PostForm>
      ) : null}
    </>
  );
}
