import { formTextName } from "@dunmiao/domain/assessment/fileForm";
import type { Pair } from "@dunmiao/domain/pair";
import { activityTextName } from "@dunmiao/domain/pair/activities";
import { pairTextNames } from "@dunmiao/domain/pair/words";
import { statementTextName } from "@dunmiao/domain/ruling/statement";
import type { Secondment } from "@dunmiao/domain/secondment";
import { handOverTextName } from "@dunmiao/domain/term/writeHandOver";
import * as z from "zod";
import { recordSort, textKey } from "../engine/keys.ts";
import { hashOfWords } from "../engine/storedText.ts";
import type { TextRef } from "../recordText.ts";
import type { Item } from "./verify.ts";

/** `of`: name and owner, all revisions of which stand together in the trail; `ref`: the one revision. */
type Text = { of: string; ref: string; hash: string };

/** What words a secondment and its trail (opened items) tell of. */
export function knownOfSecondment(record: Secondment, eventItems: readonly Item[]): Known {
  return { current: textsOf(record), told: toldOf(eventItems) };
}

/** The words that stand in a record, and those that its trail tells of besides. */
export type Known = { current: readonly Text[]; told: readonly Omit<Text, "ref">[] };

/** What of the words beside a record (items with `sk` and `text`) is not what is told of them. */
export function textFaults(items: readonly Item[], { current, told }: Known): string[] {
  const stored = items.map(storedText);
  const isCurrent = ({ ref }: Text) => current.some((each) => each.ref === ref);
  const earlier = stored.filter((each) => !isCurrent(each));
  return [...current.flatMap((each) => faultOf(each, stored)), ...earlierFaults(earlier, told, current)];
}

/** What words a pair and its trail (opened items) tell of. */
export function knownOfPair(pair: Pair, eventItems: readonly Item[]): Known {
  const { id, activities, midTerms = [], statement, objections = [] } = pair;
  const text = (name: string, textId: string, hash: string | undefined) =>
    hash === undefined ? [] : [textAt(textKey("pair", id, name, textId).sk, hash)];
  const current = [
    ...activities.flatMap((each) => text(activityTextName, each.id, each.words)),
    ...midTerms.flatMap((each) => text(pairTextNames.midTerm, each.key, each.words)),
    ...(statement ? text(pairTextNames.statement, `s.${statement.revision}`, statement.words) : []),
    ...objections.flatMap((each) => text(pairTextNames.objection, each.side, each.words)),
  ];
  const told = eventItems.flatMap((item) => {
    const event = statedSchema.safeParse(item).data?.event;
    return event ? [{ of: `${pairTextNames.statement} s`, hash: event.change.words }] : [];
  });
  return { current, told };
}

const statedSchema = z.object({
  event: z.object({ type: z.literal("pair.stated"), change: z.object({ words: z.string() }) }),
});

function faultOf({ ref, hash }: Text, stored: readonly Text[]): string[] {
  const found = stored.find((each) => each.ref === ref);
  if (!found) return [`text-missing ${ref}`];
  return found.hash === hash ? [] : [`text ${ref}`];
}

/** What was replaced by a later revision: the trail names its hash, and whose it was. */
function earlierFaults(
  stored: readonly Text[],
  told: readonly Omit<Text, "ref">[],
  current: readonly Text[],
): string[] {
  const isAmong = (all: readonly Omit<Text, "ref">[], { of, hash }: Omit<Text, "ref">) =>
    all.some((each) => each.of === of && each.hash === hash);
  const altered = stored.filter((each) => !isAmong(told, each));
  const gone = told.filter((each) => !isAmong(stored, each) && !isAmong(current, each));
  const missing = gone.filter(({ of }) => !altered.some((each) => each.of === of));
  return [
    ...altered.map(({ ref }) => `text ${ref}`),
    ...new Set(missing.map(({ of }) => `text-missing ${of}`)),
  ];
}

function textsOf({ id, assessments, handOver, statements }: Secondment): Text[] {
  const text = (ref: TextRef, hash: string) => textAt(textKey("secondment", id, ref.name, ref.id).sk, hash);
  return [
    ...assessments.flatMap((each) =>
      each.text ? [text({ name: formTextName, id: `${each.id}.${each.text.revision}` }, each.text.hash)] : [],
    ),
    ...(handOver
      ? [text({ name: handOverTextName, id: String(handOver.text.revision) }, handOver.text.hash)]
      : []),
    ...statements.flatMap((each) =>
      each.hash ? [text({ name: statementTextName, id: each.id }, each.hash)] : [],
    ),
  ];
}

function storedText({ sk, text }: Item): Text {
  return textAt(String(sk), hashOfWords(text));
}

function textAt(sk: string, hash: string): Text {
  const [, name = "", id = ""] = sk.split("#");
  // A key of another form is that of no words.
  if (sk !== `${recordSort}#${name}#${id}`) return { of: sk, ref: sk, hash };
  return { of: `${name} ${id.split(".")[0]}`, ref: `${name} ${id}`, hash };
}

const toldSchema = z.object({
  event: z.object({
    type: z.string(),
    change: z.object({
      assessmentId: z.string().optional(),
      textHash: z.string().optional(),
      statementId: z.string().optional(),
      revision: z.int().optional(),
      hash: z.string().optional(),
    }),
  }),
});

function toldOf(eventItems: readonly Item[]): Omit<Text, "ref">[] {
  return eventItems.flatMap((item) => {
    const event = toldSchema.safeParse(item).data?.event;
    if (!event) return [];
    const { assessmentId, textHash, statementId, revision, hash } = event.change;
    if (assessmentId && textHash) return [{ of: `${formTextName} ${assessmentId}`, hash: textHash }];
    if (statementId && hash) return [{ of: `${statementTextName} ${statementId}`, hash }];
    if (event.type === "hand-over.written" && hash) return [{ of: `${handOverTextName} ${revision}`, hash }];
    return [];
  });
}
