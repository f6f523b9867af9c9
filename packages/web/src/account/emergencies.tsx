import type { Account, Emergency } from "@dunmiao/domain/account";
import { presentEmergency } from "@dunmiao/domain/account/emergency";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/fields.tsx";
import { PostForm } from "../ui/form.tsx";
import { formatInstant } from "../ui/format.ts";
import { bindOneOf } from "../ui/oneOfForms.ts";
import { Details } from "../ui/pieces.tsx";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import type { RefusedAccount } from "./forms.tsx";

type Props = {
  text: Text;
  account: Account;
  refused: RefusedAccount | undefined;
  /** The instant of the page, ISO. */
  now: string;
  mayArm: boolean;
  toReview: Emergency | undefined;
};

/** Whether an account for emergencies is armed, when it was, and what the auditor said of it. */
export function Emergencies({ text, account, refused, now, mayArm, toReview }: Props) {
  if (account.kind !== "emergency") return null;
  const words = text.emergencyPage;
  const armed = presentEmergency(account, now);
  const { emergencies = [] } = account;
  return (
    <>
      <h2 class="govuk-heading-m">{words.kinds.emergency}</h2>
      <p class="govuk-inset-text">{armed ? words.armed({ until: formatInstant(armed.until) }) : words.off}</p>
      {mayArm && account.status === "active" && !armed ? (
        <ArmForm text={text} account={account} refused={refused} />
      ) : null}
      {mayArm && armed ? (
        <PostForm action={`/accounts/${account.id}/disarm`} idempotencyKey={formKey()}>
          <Button kind="warning">{words.disarm}</Button>
        </PostForm>
      ) : null}
      {emergencies.length > 0 ? <Uses text={text} emergencies={emergencies} /> : null}
      {toReview ? <ReviewForm text={text} account={account} refused={refused} emergency={toReview} /> : null}
    </>
  );
}

function Uses({ text, emergencies }: { text: Text; emergencies: readonly Emergency[] }) {
  const words = text.emergencyPage;
  const reviewOf = ({ usedAt, review }: Emergency) =>
    review ? `${review.note} · ${signerName(text, review.by)}` : usedAt ? words.waits : "";
  return (
    <DenseTable
      text={text}
      caption={words.uses}
      rows={emergencies.toReversed()}
      columns={[
        { label: words.at, kind: "rowHeader", cell: ({ at }) => formatInstant(at) },
        { label: words.until, kind: "date", cell: ({ until }) => formatInstant(until) },
        { label: words.by, cell: ({ by }) => signerName(text, by) },
        { label: words.reason, cell: ({ reason }) => reason },
        { label: words.used, cell: ({ usedAt }) => (usedAt ? formatInstant(usedAt) : words.notUsed) },
        { label: words.review, cell: reviewOf },
      ]}
    />
  );
}

type FormProps = Pick<Props, "text" | "account" | "refused">;

function ArmForm({ text, account, refused }: FormProps) {
  const words = text.emergencyPage;
  const own = refused?.form === "arm" ? refused : undefined;
  const field = bindOneOf(text, "arm", own);
  return (
    <Details summary={words.arm} isOpen={own !== undefined}>
      <p class="govuk-body">{words.armHint}</p>
      <PostForm action={`/accounts/${account.id}/arm`} idempotencyKey={formKey()}>
        <TextField {...field("hours")} label={words.hours} hint={words.hoursHint} width={5} />
        <TextField {...field("reason")} label={words.reason} />
        <Button kind="warning">{words.arm}</Button>
      </PostForm>
    </Details>
  );
}

function ReviewForm({ text, account, refused, emergency }: FormProps & { emergency: Emergency }) {
  const words = text.emergencyPage;
  const own = refused?.form === "review" ? refused : undefined;
  const field = bindOneOf(text, "review", own);
  return (
    <PostForm
      action={`/accounts/${account.id}/emergencies/${emergency.id}/review`}
      idempotencyKey={formKey()}
    >
      <TextField {...field("note")} label={words.review} hint={words.signHint} />
      <Button>{words.sign}</Button>
    </PostForm>
  );
}
