import { type Account, needsSecondFactor, rolesOn } from "@dunmiao/domain/account";
import type { Actor } from "@dunmiao/domain/actor";
import { mayTry } from "@dunmiao/domain/permissions";
import type { SignedIn } from "@dunmiao/store/signedIn";
import { SessionTable } from "../account/sessionTable.tsx";
import { DelegationForm, delegationForm } from "../delegation/form.tsx";
import { DelegationTable } from "../delegation/table.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { errorsOfOne, type Refused } from "../ui/oneOfForms.ts";
import { NotificationBanner } from "../ui/pieces.tsx";
import { roleInUse } from "../ui/roleInUse.ts";
import { DenseTable } from "../ui/table.ts";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";

type Props = {
  chrome: Chrome;
  account: Account;
  /** The person in each role that can be used now. */
  usable: readonly Actor[];
  sessions: readonly SignedIn[];
  /** The role in use. */
  current: string | undefined;
  /** The name of this session. */
  hash: string;
  /** The passphrase was changed just now. */
  isChanged: boolean;
  /** A second factor was seen at this sign-in, here or at the provider. */
  isProven: boolean;
  hasPassphrase: boolean;
  /** In which role the page is read; undefined for somebody who has none. */
  actor: Actor | undefined;
  /** A delegation that was refused. */
  refused: Refused | undefined;
};

/** One's own account: in which role, where else signed in, one-time codes. */
export function OwnPage(props: Props) {
  const { chrome, account, usable, sessions, current, hash, isChanged, isProven, hasPassphrase, refused } =
    props;
  const { text, today } = chrome;
  const words = text.signInPage;
  const lacksFactor = !isProven && rolesOn(account, today).some((each) => needsSecondFactor(account, each));
  return (
    <Layout
      chrome={chrome}
      title={words.account}
      caption={words.invitationFor({ name: account.name, number: account.id })}
      errors={refused && errorsOfOne(text, delegationForm, refused)}
      hasSheetLink
    >
      {isChanged ? (
        <NotificationBanner text={text} kind="success">
          {words.passphraseChanged}
        </NotificationBanner>
      ) : null}
      {lacksFactor ? (
        <p class="govuk-inset-text">{words.needsFactor}</p>
      ) : usable.length === 0 ? (
        <p class="govuk-inset-text">{words.noRole}</p>
      ) : null}
      {usable.length > 0 ? <Roles text={text} usable={usable} current={current} /> : null}
      <Delegations chrome={chrome} account={account} actor={props.actor} refused={refused} />
      <h2 class="govuk-heading-m">{words.secondFactor}</h2>
      {account.hasSecondFactor ? (
        <>
          <p class="govuk-body">{words.factorIsSet}</p>
          <p class="govuk-body">{link("/account/recovery-codes", words.renewRecovery)}</p>
        </>
      ) : (
        <LinkButton href="/account/second-factor">{words.setFactor}</LinkButton>
      )}
      {hasPassphrase ? (
        <>
          <h2 class="govuk-heading-m">{words.passphrase}</h2>
          <p class="govuk-body">{link("/account/passphrase", words.changePassphrase)}</p>
        </>
      ) : null}
      {usable.length > 0 ? <p class="govuk-body">{link("/me/data", text.ownData.title)}</p> : null}
      <Sessions text={text} sessions={sessions} hash={hash} />
      <form method="post" action="/sign-out">
        <Button kind="secondary">{words.signOut}</Button>
      </form>
    </Layout>
  );
}

function Roles({ text, usable, current }: Pick<Props, "usable" | "current"> & { text: Text }) {
  const words = text.signInPage;
  const switchTo = ({ assignment }: Actor) =>
    assignment === current ? (
      tag(words.inUse, "green")
    ) : (
      <form method="post" action="/account/act-as">
        <button type="submit" name="assignment" value={assignment} class="dm-link-button">
          {words.switchTo}
        </button>
      </form>
    );
  return (
    <DenseTable
      text={text}
      caption={words.actingAs}
      rows={usable}
      columns={[
        {
          label: text.accountPage.assignment,
          kind: "rowHeader",
          cell: ({ role, actsFor }) => roleInUse(text, { role, actsFor }),
        },
        { label: text.accountPage.unit, cell: ({ unitName }) => unitName ?? "" },
        { label: text.common.actions, kind: "act", cell: switchTo },
      ]}
    />
  );
}

/** Who acts for the person; whoever acts for another names nobody. */
function Delegations(props: Pick<Props, "chrome" | "account" | "actor" | "refused">) {
  const { chrome, account, actor, refused } = props;
  const { text, today } = chrome;
  const mayGive = mayTry(actor, "delegate-role") && actor?.actsFor === undefined;
  const path = "/account/delegations";
  const of = { text, today, account };
  return (
    <>
      <DelegationTable {...of} path={mayGive ? path : undefined} />
      {mayGive ? (
        <DelegationForm {...of} path={path} label={text.delegationPage.own} refused={refused} />
      ) : null}
    </>
  );
}

function Sessions({ text, sessions, hash }: Pick<Props, "sessions" | "hash"> & { text: Text }) {
  return (
    <>
      <SessionTable
        text={text}
        sessions={sessions}
        more={[
          {
            label: text.accountPage.state,
            cell: (each) => (each.hash === hash ? tag(text.signInPage.thisOne, "green") : ""),
          },
        ]}
      />
      {sessions.length > 1 ? (
        <form method="post" action="/account/end-sessions">
          <Button kind="secondary">{text.signInPage.endOthers}</Button>
        </form>
      ) : null}
    </>
  );
}
