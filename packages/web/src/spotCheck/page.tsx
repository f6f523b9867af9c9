import type { Event } from "@dunmiao/domain/event";
import type { SpotCheck } from "@dunmiao/domain/spotCheck";
import { verifyDraw } from "@dunmiao/domain/spotCheck/draw";
import { formKey } from "../page.tsx";
import { Button, ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { NotificationBanner, SummaryList, type SummaryRow } from "../ui/pieces.tsx";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { spotCheckTag } from "./listPage.tsx";
import { Picks } from "./picks.tsx";
import { saidLine } from "./resultLines.ts";
import { Candidates, Recipe, Skipped, StationLoads } from "./tables.tsx";
import { SpotCheckTrail } from "./trail.tsx";
import type { People } from "./view.ts";

type Props = {
  chrome: Chrome;
  check: SpotCheck;
  cohortName: string;
  people: People;
  /** The newest, newest first. */
  events: readonly Event[];
  /** Reveals and records results. */
  mayAct: boolean;
};

/** One spot check: what was sealed, the reveal, who was drawn and what was found, and how to redo the draw. */
export function SpotCheckPage({ chrome, check, cohortName, people, events, mayAct }: Props) {
  const { text } = chrome;
  const words = text.spotCheckPage;
  return (
    <Layout
      chrome={chrome}
      title={words.one({ on: check.on })}
      caption={cohortName}
      section="spotChecks"
      back={{ href: "/spot-checks", label: words.title }}
    >
      <SummaryList rows={factsOf(text, check)} />
      {mayAct && check.state === "committed" ? <Acts chrome={chrome} check={check} /> : null}
      {check.revealed ? (
        <>
          <Shortfall text={text} check={check} />
          <Picks text={text} check={check} people={people} mayAct={mayAct} />
          <Skipped text={text} check={check} people={people} />
        </>
      ) : null}
      <Recipe text={text} />
      <StationLoads text={text} check={check} people={people} />
      <Candidates text={text} check={check} people={people} />
      <SpotCheckTrail text={text} events={events} people={people} />
      <p class="govuk-body" data-no-print>
        {link(`/spot-checks/${check.id}/events`, text.secondmentPage.fullTrail({ version: check.version }))}
      </p>
    </Layout>
  );
}

/** What can be done before the reveal, and from its day on the reveal itself. */
function Acts({ chrome: { text, today }, check }: Pick<Props, "chrome" | "check">) {
  const words = text.spotCheckPage;
  const url = `/spot-checks/${check.id}`;
  const cancel = (
    <LinkButton kind="secondary" href={`${url}/cancel`}>
      {words.cancel}
    </LinkButton>
  );
  if (today < check.on) return <ButtonGroup>{cancel}</ButtonGroup>;
  return (
    <PostForm action={`${url}/reveal`} idempotencyKey={formKey()}>
      <ButtonGroup>
        <Button>{words.reveal}</Button>
        {cancel}
      </ButtonGroup>
    </PostForm>
  );
}

function factsOf(text: Text, check: SpotCheck): SummaryRow[] {
  const words = text.spotCheckPage;
  const { caps, revealed, committed, cancelled } = check;
  const by = (each: typeof committed) => saidLine(text, each, undefined);
  const perStation = { day: String(caps.perStationDay), quarter: String(caps.perStationQuarter) };
  return [
    { label: text.common.status, value: spotCheckTag(text, check.state) },
    { label: words.size, value: String(check.size) },
    { label: words.caps, value: [words.capsLine(perStation), " · ", words.capsHint] },
    { label: words.committed, value: by(committed) },
    { label: words.listHash, value: <code>{check.listHash}</code> },
    { label: words.seedHash, value: <code>{check.seedHash}</code> },
    {
      label: words.seed,
      value: seedOf(text, check),
    },
    ...(revealed ? [{ label: words.revealed, value: by(revealed) }] : []),
    ...(cancelled ? [{ label: words.cancelled, value: saidLine(text, cancelled, cancelled.reason) }] : []),
    { label: words.checked, value: redone(text, check) },
  ];
}

function seedOf(text: Text, { revealed, cancelled, on }: SpotCheck) {
  const words = text.spotCheckPage;
  if (revealed) return <code>{revealed.seed}</code>;
  return cancelled ? words.seedNever : words.seedHidden({ on });
}

/** What redoing the draw from the record says. */
function redone(text: Text, check: SpotCheck) {
  const words = text.spotCheckPage;
  const faults = verifyDraw(check).map((each) => words.fault[each]);
  if (faults.length > 0) return tag(words.checkedFaults({ faults: faults.join(" · ") }), "red");
  return tag(check.revealed ? words.checkedFine : words.checkedList, "green");
}

function Shortfall({ text, check: { picks, size } }: { text: Text; check: SpotCheck }) {
  const words = text.spotCheckPage;
  if (picks.length === size) return null;
  return (
    <NotificationBanner text={text} kind="important">
      {picks.length === 0 ? words.nobodyPicked : words.fewer({ count: picks.length, size })}
    </NotificationBanner>
  );
}
