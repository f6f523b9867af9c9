import type { Account, Emergency } from "@dunmiao/domain/account";
import type { Event } from "@dunmiao/domain/event";
import type { SignedIn } from "@dunmiao/store/signedIn";
import type { Units } from "@dunmiao/store/unit";
import { DelegationTable } from "../delegation/table.tsx";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { DrawnForField } from "../ui/drawnFor.tsx";
import { PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { errorsOfOne } from "../ui/oneOfForms.ts";
import { SummaryList } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";
import { Emergencies } from "./emergencies.tsx";
import { GrantForm, type RefusedAccount, SuspendForm } from "./forms.tsx";
import { Identities } from "./identities.tsx";
import { type MayRoles, Roles } from "./rolesTable.tsx";
import { SessionTable } from "./sessionTable.tsx";
import { statusTag } from "./tags.ts";
import { AccountTrail } from "./trail.tsx";

type Props = {
  chrome: Chrome;
  account: Account;
  events: readonly Event[];
  sessions: readonly SignedIn[];
  units: Units;
  /** What the reader does with accounts of others: one hand keeps them, the other gives roles. */
  may: MayRoles & {
    code: boolean;
    confirmIdentity: boolean;
    arm: boolean;
    /** The use of an account for emergencies that the reader may look over. */
    review: Emergency | undefined;
  };
  /** The instant of the page, ISO. */
  now: string;
  refused: RefusedAccount | undefined;
  /** Nobody has signed in to it yet. */
  isNew: boolean;
  /** The organisation's provider, where there is one. */
  issuer: string | undefined;
};

/** One account: state, roles, links, sessions, and everything that was done with it. */
export function AccountPage(props: Props) {
  const { chrome, account, events, sessions, units, may, now, refused, isNew, issuer } = props;
  const { text } = chrome;
  const words = text.accountPage;
  const isMachine = account.kind === "machine";
  return (
    <Layout
      chrome={chrome}
      title={words.one({ name: account.name, number: account.id })}
      section="accounts"
      back={{ href: "/accounts", label: words.title }}
      errors={refused && errorsOfOne(text, refused.form, refused)}
    >
      <SummaryList
        rows={[
          { label: account.kind ? text.emergencyPage.number : words.number, value: account.id },
          { label: isMachine ? text.machinePage.name : words.name, value: account.name },
          ...(account.kind
            ? [{ label: text.emergencyPage.open, value: text.emergencyPage.kinds[account.kind] }]
            : []),
          { label: words.state, value: statusTag(text, account.status) },
          ...(isMachine
            ? []
            : [{ label: words.secondFactor, value: account.hasSecondFactor ? words.set : words.notSet }]),
        ]}
      />
      <Emergencies
        text={text}
        account={account}
        refused={refused}
        now={now}
        mayArm={may.arm}
        toReview={may.review}
      />
      <Roles text={text} account={account} may={may} />
      <DelegationTable text={text} today={chrome.today} account={account} path={undefined} />
      {may.grant ? (
        <GrantForm text={text} account={account} units={units} refused={refused} today={chrome.today} />
      ) : null}
      {may.grant && account.hasSecondFactor ? <RemoveFactor text={text} account={account} /> : null}
      <Identities text={text} account={account} refused={refused} issuer={issuer} may={may} />
      {may.code && account.status === "active" ? <CodeForm text={text} account={account} /> : null}
      {may.keep ? <Keeping text={text} account={account} isNew={isNew} refused={refused} /> : null}
      {isMachine ? null : <Sessions text={text} account={account} sessions={sessions} mayEnd={may.keep} />}
      <AccountTrail text={text} events={events} />
    </Layout>
  );
}

function RemoveFactor({ text, account }: { text: Text; account: Account }) {
  const words = text.accountPage;
  return (
    <PostForm action={`/accounts/${account.id}/remove-second-factor`} idempotencyKey={formKey()}>
      <p class="govuk-hint">{words.removeSecondFactorHint}</p>
      <Button kind="secondary">{words.removeSecondFactor}</Button>
    </PostForm>
  );
}

function CodeForm({ text, account }: { text: Text; account: Account }) {
  const words = text.accountPage;
  return (
    <form method="post" action={`/accounts/${account.id}/code`}>
      <DrawnForField />
      <h2 class="govuk-heading-m">{words.code}</h2>
      <p class="govuk-hint">{words.codeIntro}</p>
      <Button kind="secondary">{words.issueCode}</Button>
    </form>
  );
}

type KeepingProps = { text: Text; account: Account; isNew: boolean; refused: RefusedAccount | undefined };

function Keeping({ text, account, isNew, refused }: KeepingProps) {
  const words = text.accountPage;
  if (account.status === "suspended")
    return (
      <PostForm action={`/accounts/${account.id}/resume`} idempotencyKey={formKey()}>
        <Button kind="secondary">{words.resume}</Button>
      </PostForm>
    );
  if (account.kind === "machine")
    return (
      <>
        <p class="govuk-body">{text.machinePage.intro}</p>
        <SuspendForm text={text} account={account} refused={refused} />
      </>
    );
  return (
    <>
      <h2 class="govuk-heading-m">{words.link}</h2>
      <form method="post" action={`/accounts/${account.id}/link`}>
        <DrawnForField />
        <p class="govuk-hint">{words.linkIntro}</p>
        <Button kind="secondary">{isNew ? words.issueInvitation : words.issueReset}</Button>
      </form>
      <SuspendForm text={text} account={account} refused={refused} />
    </>
  );
}

type SessionsProps = { text: Text; account: Account; sessions: readonly SignedIn[]; mayEnd: boolean };

function Sessions({ text, account, sessions, mayEnd }: SessionsProps) {
  const words = text.accountPage;
  if (sessions.length === 0)
    return (
      <>
        <h2 class="govuk-heading-m">{words.sessions}</h2>
        <p class="govuk-body">{words.noSessions}</p>
      </>
    );
  return (
    <>
      <SessionTable text={text} sessions={sessions} />
      {mayEnd ? (
        <form method="post" action={`/accounts/${account.id}/end-sessions`}>
          <DrawnForField />
          <Button kind="secondary">{words.endSessions}</Button>
        </form>
      ) : null}
    </>
  );
}
