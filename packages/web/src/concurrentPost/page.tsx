import type { ConcurrentPost } from "@dunmiao/domain/concurrentPost";
import type { Event } from "@dunmiao/domain/event";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { DateField, TextField } from "../ui/fields.tsx";
import { PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { bindOneOf, errorsOfOne, type Refused } from "../ui/oneOfForms.ts";
import { Details, EmptyState, SummaryList } from "../ui/pieces.tsx";
import { postName } from "../ui/postName.ts";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { daysOf, endedBecause, stateTag } from "./tags.ts";
import { PostTrail } from "./trail.tsx";

/** Which of the two forms of the page was refused. */
export type RefusedPost = Refused & { form: "activity" | "end" };
type Props = {
  chrome: Chrome;
  post: ConcurrentPost;
  events: readonly Event[];
  /** The officer's unit now, where it is another one. */
  movedTo: string | undefined;
  may: { keep: boolean; add: boolean };
  refused: RefusedPost | undefined;
};

/** One concurrent post: who is what, where and how long, what was done, and how it ends. */
export function PostPage({ chrome, post, events, movedTo, may, refused }: Props) {
  const { text } = chrome;
  const words = text.postPage;
  return (
    <Layout
      chrome={chrome}
      title={postName(text, post)}
      section="posts"
      back={{ href: "/posts", label: words.title }}
      errors={refused && errorsOfOne(text, refused.form, refused)}
    >
      {movedTo === undefined ? null : <p class="govuk-inset-text">{words.moved({ unit: movedTo })}</p>}
      <Facts text={text} post={post} today={chrome.today} />
      <Activities text={text} post={post} />
      {may.add ? <ActivityForm text={text} post={post} refused={refused} today={chrome.today} /> : null}
      {may.keep && !post.ended ? <EndForm text={text} post={post} refused={refused} /> : null}
      <h2 class="govuk-heading-m">{text.secondmentPage.trail}</h2>
      <PostTrail text={text} events={events} />
      <p class="govuk-body">{link(`/posts/${post.id}/events`, text.secondmentPage.trail)}</p>
    </Layout>
  );
}

function Facts({ text, post, today }: { text: Text; post: ConcurrentPost; today: string }) {
  const words = text.postPage;
  const { officer, place, ended } = post;
  const rows = [
    { label: words.officer, value: `${officer.name} ${officer.serviceNumber}` },
    { label: words.unit, value: post.unit.name },
    {
      label: words.place,
      value: text.common.numbered({
        name: place.name,
        number: `${words.placeKind[place.kind]} ${place.code}`,
      }),
    },
    { label: words.role, value: words.roles[post.role] },
    { label: words.appointedBy, value: post.appointedBy },
    { label: text.common.date, value: daysOf(text, post) },
    { label: text.common.status, value: stateTag(text, post, today) },
    ...(ended ? [{ label: words.endReason, value: endedBecause(text, ended) }] : []),
  ];
  return <SummaryList rows={rows} />;
}

function Activities({ text, post }: { text: Text; post: ConcurrentPost }) {
  const words = text.postPage;
  if (post.activities.length === 0)
    return <EmptyState title={words.noActivities}>{words.noActivitiesHint}</EmptyState>;
  return (
    <DenseTable
      text={text}
      caption={words.activityCount({ count: post.activities.length })}
      rows={post.activities.toReversed()}
      columns={[
        { label: words.activityOn, kind: "date", cell: ({ on }) => on },
        { label: words.activityLine, cell: ({ line }) => line },
        { label: words.by, cell: ({ by }) => signerName(text, by) },
      ]}
    />
  );
}

type FormProps = { text: Text; post: ConcurrentPost; refused: RefusedPost | undefined };

function ActivityForm({ text, post, refused, today }: FormProps & { today: string }) {
  const words = text.postPage;
  const own = refused?.form === "activity" ? refused : undefined;
  const field = bindOneOf(text, "activity", own, { on: today });
  return (
    <Details summary={words.addActivity} isOpen={own !== undefined}>
      <PostForm action={`/posts/${post.id}/activities`} idempotencyKey={formKey()}>
        <DateField {...field("on")} label={words.activityOn} hint={text.form.dateHint} />
        <TextField {...field("line")} label={words.activityLine} hint={words.activityLineHint} />
        <Button>{text.common.save}</Button>
      </PostForm>
    </Details>
  );
}

function EndForm({ text, post, refused }: FormProps) {
  const words = text.postPage;
  const own = refused?.form === "end" ? refused : undefined;
  const field = bindOneOf(text, "end", own);
  return (
    <Details summary={words.end} isOpen={own !== undefined}>
      <PostForm action={`/posts/${post.id}/end`} idempotencyKey={formKey()}>
        <DateField {...field("on")} label={words.endOn} hint={[words.endHint, " ", text.form.dateHint]} />
        <TextField {...field("reason")} label={words.endReason} />
        <Button kind="warning">{words.end}</Button>
      </PostForm>
    </Details>
  );
}
