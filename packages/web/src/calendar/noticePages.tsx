import { isSamePerson } from "@dunmiao/domain/access";
import type { Actor } from "@dunmiao/domain/actor";
import { type Festival, missingFestivals } from "@dunmiao/domain/festival";
import type { Notice } from "@dunmiao/domain/notice";
import { formKey } from "../page.tsx";
import { Button, ButtonGroup } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { dayName } from "../ui/dayName.ts";
import { TextAreaField, TextField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { formatWeekday } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { noticeName } from "../ui/noticeName.ts";
import { NotificationBanner, ProgressBar, SummaryList } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { noticeHalfDays } from "./halfDayParts.tsx";
import { mayLoad, noticeTag } from "./noticeList.tsx";
import { festivalNames, MissingFestivals, Notes } from "./noticeParts.tsx";

type Values = Readonly<Record<string, string | undefined>>;

type NoticeFormProps = {
  chrome: Chrome;
  values: Values;
  errors: readonly FieldMessage[];
  /** Festivals that the notice leaves out, once it was read. */
  missing?: readonly Festival[];
};

/** The form that loads a notice: year, title, its text or one day a line. */
export function NoticeFormPage(props: NoticeFormProps) {
  const { chrome, errors, missing = [] } = props;
  const { text } = chrome;
  const { calendarPage: words } = text;
  const field = bindFields({ text, values: props.values, errors });
  const back = { href: "/calendar", label: words.title };
  return (
    <Layout chrome={chrome} title={words.loadTitle} section="calendar" back={back} errors={errors}>
      <p class="govuk-body">{words.loadIntro}</p>
      <PostForm action="/calendar/notices" idempotencyKey={formKey()}>
        <TextField {...field("year")} label={words.year} inputmode="numeric" width={5} />
        <TextField {...field("title")} label={words.noticeTitle} />
        <TextField
          {...field("documentNumber")}
          label={words.documentNumber}
          hint={words.documentNumberHint}
          width={20}
        />
        <TextAreaField {...field("days")} label={words.days} hint={words.daysHint} rows={12} />
        <TextAreaField
          {...field("halfDays")}
          label={text.groupHalfDay.box}
          hint={text.groupHalfDay.boxHint}
          rows={3}
        />
        <MissingFestivals text={text} missing={missing} error={field("missingConfirmed").error} />
        <Button>{words.check}</Button>
      </PostForm>
    </Layout>
  );
}

/** A loaded notice: its differences, who loaded and confirmed it, how far the recount is. */
export function NoticePage({
  chrome,
  notice,
  actor,
  errors,
}: {
  chrome: Chrome;
  notice: Notice;
  actor: Actor | undefined;
  errors: readonly FieldMessage[];
}) {
  const { text } = chrome;
  const { calendarPage: words } = text;
  return (
    <Layout
      chrome={chrome}
      title={notice.title ?? words.notice({ year: notice.year })}
      section="calendar"
      back={{ href: "/calendar", label: words.title }}
      errors={errors}
    >
      <SummaryList
        rows={[
          {
            label: text.common.status,
            value: noticeTag(text, notice.status),
          },
          { label: words.source, value: noticeName(text, notice) },
          { label: words.documentNumber, value: notice.documentNumber ?? words.noDocumentNumber },
          { label: words.loadedBy, value: `${signerName(text, notice.loadedBy)} · ${notice.loadedOn}` },
          {
            label: words.confirmedBy,
            value: notice.confirmedBy
              ? `${signerName(text, notice.confirmedBy)} · ${notice.confirmedOn ?? ""}`
              : text.common.none,
          },
          { label: text.groupHalfDay.title, value: noticeHalfDays(text, notice) },
          { label: words.missingFestivals, value: festivalNames(text, missingFestivals(notice)) },
        ]}
      />
      <Recount text={text} notice={notice} />
      <Notes text={text} notes={notice.notes ?? []} />
      <Differences text={text} notice={notice} />
      {notice.status === "checked" && mayLoad(actor) ? (
        <Confirm
          text={text}
          notice={notice}
          isOwn={actor !== undefined && isSamePerson(actor, notice.loadedBy)}
          errors={errors}
        />
      ) : null}
    </Layout>
  );
}

type ConfirmProps = { text: Text; notice: Notice; isOwn: boolean; errors: readonly FieldMessage[] };

function Confirm({ text, notice, isOwn, errors }: ConfirmProps) {
  const { calendarPage: words } = text;
  const { error } = bindFields({ text, values: {}, errors })("missingConfirmed");
  return (
    <>
      <p class="govuk-body">{words.confirmNote}</p>
      {isOwn ? null : (
        <PostForm action={`/calendar/notices/${notice.id}/confirm`} idempotencyKey={formKey()}>
          <MissingFestivals text={text} missing={missingFestivals(notice)} error={error} />
          <ButtonGroup>
            <Button>{words.confirm}</Button>
          </ButtonGroup>
        </PostForm>
      )}
    </>
  );
}

function Recount({ text, notice }: { text: Text; notice: Notice }) {
  const { calendarPage: words } = text;
  if (notice.status === "checked") return null;
  const { seen = 0, changed = 0 } = notice.recounted ?? {};
  const sentence = words.recounted({ seen, changed });
  if (notice.status !== "confirmed")
    return (
      <NotificationBanner text={text} kind="success">
        {sentence}
      </NotificationBanner>
    );
  const live = { url: `/calendar/notices/${notice.id}`, status: notice.status };
  return <ProgressBar text={text} label={sentence} done={changed} total={Math.max(changed, 1)} live={live} />;
}

function Differences({ text, notice }: { text: Text; notice: Notice }) {
  const { calendarPage: words } = text;
  const name = (working: boolean) => (working ? words.working : words.off);
  if (notice.differences.length === 0) return <p class="govuk-body">{words.noDifferences}</p>;
  return (
    <DenseTable
      text={text}
      caption={words.differences({ count: notice.differences.length })}
      rows={notice.differences}
      columns={[
        { label: words.date, kind: "date", cell: (each) => each.date },
        { label: words.weekday, cell: (each) => formatWeekday(text, each.date) },
        { label: words.was, cell: (each) => name(each.wasWorking) },
        { label: words.becomes, cell: (each) => name(each.working) },
        { label: words.occasion, cell: (each) => dayName(text, each) },
      ]}
    />
  );
}
