import { verifyDraw } from "@dunmiao/domain/draw";
import type { Event } from "@dunmiao/domain/event";
import type { SpotCheck } from "@dunmiao/domain/spotCheck";
import { formKey } from "../page.tsx";
import { Button, ButtonGroup } from "../ui/button.tsx";
import { PostForm } from "../ui/form.tsx";
import { type Chrome, Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { NotificationBanner, SummaryList, type SummaryRow } from "../ui/pieces.tsx";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { spotCheckTag } from "./listPage.tsx";
import { Picks } from "./picks.tsx";
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
  const isRevealable = mayAct && check.state === "committed" && check.on <= chrome.today;
  return (
    <Layout
      chrome={chrome}
      title={words.one({ on: check.on })}
      caption={cohortName}
      section="spotChecks"
      back={{ href: "/spot-checks", label: words.title }}
    >
      <SummaryList rows={factsOf(text, check)} />
      {isRevealable ? (
        <PostForm action={`/spot-checks/${check.id}/reveal`} idempotencyKey={formKey()}>
          <ButtonGroup>
            <Button>{words.reveal}</Button>
          </ButtonGroup>
        </PostForm>
      ) : null}
      {check.revealed ? (
        <>
          <Shortfall text={text} check={check} />
          <Picks {...{ text, check, people, mayAct }} />
          <Skipped {...{ text, check, people }} />
        </>
      ) : null}
      <Recipe text={text} />
      <StationLoads {...{ text, check, people }} />
      <Candidates {...{ text, check, people }} />
      <SpotCheckTrail {...{ text, events, people }} />
      <p class="govuk-body">
        {link(`/spot-checks/${check.id}/events`, text.secondmentPage.fullTrail({ version: check.version }))}
      </p>
    </Layout>
  );
}

function factsOf(text: Text, check: SpotCheck): SummaryRow[] {
  const words = text.spotCheckPage;
  const { caps, revealed, committed } = check;
  const by = (each: typeof committed) =>
    words.by({ id: each.by.id, role: text.role[each.by.role], on: each.on });
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
      value: revealed ? <code>{revealed.seed}</code> : words.seedHidden({ on: check.on }),
    },
    ...(revealed ? [{ label: words.revealed, value: by(revealed) }] : []),
    { label: words.checked, value: redone(text, check) },
  ];
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
