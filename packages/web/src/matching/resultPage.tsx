import type { Candidate, Matching, Proposal, Unmatched } from "@dunmiao/domain/matching/proposePairs";
import type { Officer } from "@dunmiao/domain/officer";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import type { Units } from "@dunmiao/store/unit";
import { formKey } from "../page.tsx";
import { namedKey } from "../pair/focusName.ts";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { EmptyState } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { namesOf } from "../unit/tree.ts";
import { AcceptForm, type RefusedChoice, takeColumn, takenOf } from "./acceptForm.tsx";

type ResultProps = {
  chrome: Chrome;
  matching: Matching;
  officers: ReadonlyMap<string, Officer>;
  units: Units;
  /** First day of the pairs. */
  from: string;
  /** The scheme that the pairs would have, and its focuses. */
  scheme: string;
  focuses: PairScheme["focuses"];
  mayPlan: boolean;
  /** What was chosen and why it was refused. */
  refused?: RefusedChoice | undefined;
  /** The form as it was sent, to be changed and sent again. */
  raw: Readonly<Record<string, string>>;
};

/** The proposals with what speaks against each and the next best, and who has no mentor and why. */
export function ProposalsPage({ chrome, matching, officers, units, raw, ...made }: ResultProps) {
  const { text } = chrome;
  const words = text.matchingPage;
  const { from, scheme, focuses, mayPlan, refused } = made;
  const { proposals, unmatched } = matching;
  const cost = proposals.reduce((sum, each) => sum + each.cost, 0);
  const unitName = namesOf(units, text);
  const focusName = (focus: string) => namedKey(text, focus, [focuses]);
  const person = (id: string) => {
    const officer = officers.get(id);
    return officer ? `${officer.name} ${id} · ${unitName(officer.homeUnit)}` : id;
  };
  return (
    <Layout
      chrome={chrome}
      title={words.title}
      section="pairs"
      isAnswer
      errors={refused?.errors}
      back={{ href: "/pairs/proposals", label: words.title }}
    >
      <p class="govuk-body">{words.summary({ pairs: proposals.length, left: unmatched.length, cost })}</p>
      {mayPlan && proposals.length > 0 ? (
        <AcceptForm text={text} hidden={{ ...raw, scheme, from }} most={proposals.length} refused={refused}>
          <Proposals
            text={text}
            proposals={proposals}
            person={person}
            focusName={focusName}
            mayPlan
            taken={takenOf(refused)}
          />
        </AcceptForm>
      ) : (
        <Proposals text={text} proposals={proposals} person={person} focusName={focusName} mayPlan={false} />
      )}
      <Left text={text} unmatched={unmatched} person={person} focusName={focusName} />
      <PostForm action="/pairs/proposals" idempotencyKey={formKey()}>
        {Object.entries(raw).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button kind="secondary" name="act" value="again">
          {words.again}
        </Button>
      </PostForm>
    </Layout>
  );
}

type Part = { text: Text; person: (id: string) => string; focusName: (focus: string) => string };

type ProposalsProps = Part & {
  proposals: readonly Proposal[];
  /** Whether each row is taken, changed or left here. */
  mayPlan: boolean;
  taken?: ReadonlySet<string> | undefined;
};

function Proposals({ text, proposals, person, focusName, mayPlan, taken }: ProposalsProps) {
  const words = text.matchingPage;
  if (proposals.length === 0) return <EmptyState title={words.noProposals}>{words.weightsIntro}</EmptyState>;
  return (
    <DenseTable
      text={text}
      caption={words.proposals}
      isCaptionHidden={mayPlan}
      rows={proposals}
      columns={[
        { label: words.apprentice, kind: "rowHeader", cell: (each) => person(each.apprentice) },
        { label: words.focusColumn, cell: (each) => focusName(each.focus) },
        { label: words.mentor, cell: (each) => person(each.mentor) },
        { label: words.points, kind: "number", cell: (each) => String(each.cost) },
        { label: words.reasons, cell: (each) => reasonsOf(text, each) },
        { label: words.nextBest, cell: (each) => nextLine(text, each, person) },
        ...(mayPlan ? [takeColumn(text, person, { proposals, taken })] : []),
      ]}
    />
  );
}

function reasonsOf(text: Text, { reasons }: Candidate): string {
  const words = text.matchingPage;
  const against = reasons.filter(({ cost }) => cost > 0);
  if (against.length === 0) return words.nothingAgainst;
  return against.map(({ code, cost }) => words.reasonLine({ reason: words.reason[code], cost })).join(" · ");
}

function nextLine(text: Text, { nextBest }: Proposal, person: Part["person"]): string {
  const words = text.matchingPage;
  if (!nextBest) return words.noNextBest;
  const line = { name: person(nextBest.mentor), cost: nextBest.cost };
  return nextBest.isTaken ? words.nextBestTaken(line) : words.nextBestLine(line);
}

function Left({ text, unmatched, person, focusName }: Part & { unmatched: readonly Unmatched[] }) {
  const words = text.matchingPage;
  if (unmatched.length === 0) return null;
  return (
    <DenseTable
      text={text}
      caption={words.unmatched}
      rows={unmatched}
      columns={[
        { label: words.apprentice, kind: "rowHeader", cell: (each) => person(each.apprentice) },
        { label: words.focusColumn, cell: (each) => focusName(each.focus) },
        { label: words.why, cell: ({ code }) => words.unmatchedBecause[code] },
      ]}
    />
  );
}
