import { beginPost, refusalsOfPost } from "@dunmiao/domain/concurrentPost/beginPost";
import type { ImportRefusal } from "@dunmiao/domain/import/importRow";
import type { Officer } from "@dunmiao/domain/officer";
import type { Place } from "@dunmiao/domain/place";
import { nameKey } from "@dunmiao/domain/plainText";
import { accept, type Outcome, type Refusal, refuse } from "@dunmiao/domain/refusal";
import { concurrentPostNoun } from "@dunmiao/store/concurrentPost";
import type { Acting } from "@dunmiao/store/engine/acting";
import { loadPlaceClaim } from "@dunmiao/store/engine/claims";
import { loadRecord } from "@dunmiao/store/engine/record";
import type { PostImportRow } from "@dunmiao/store/importConcurrentPost";
import { listPlaces } from "@dunmiao/store/place";
import { presentOfficer } from "@dunmiao/store/presentOfficer";
import { listUnits, type Units } from "@dunmiao/store/unit";
import { uuidv7 } from "uuidv7";
import { atOnce } from "../atOnce.ts";
import type { PostCells } from "./cellSchemas.ts";
import type { CheckedRows } from "./check.ts";
import { cellProblems, placeOf, ruleProblems } from "./checked.ts";
import { firstSheet, type ParsedRow } from "./list.ts";
import { type PlaceFinder, placeFinder } from "./placeNames.ts";
import type { SheetRows } from "./spreadsheet.ts";
import { type PlannedPost, understoodPosts } from "./understoodPosts.ts";

const rowsAtOnce = 16;
type Ground = { acting: Acting; units: Units; places: PlaceFinder };

/**
 * Checks a list of concurrent posts against what is on file; nothing is stored. One Query for units and one for places;
 * two GetItems a row, and one more where the post is on file.
 */
export async function checkPosts(acting: Acting, read: SheetRows): Promise<CheckedRows> {
  const [units, listed] = await Promise.all([listUnits(acting.store), listPlaces(acting.store)]);
  const ground = { acting, units, places: placeFinder(listed) };
  const planned = await atOnce(read.posts, rowsAtOnce, async (row) => ({
    row,
    plan: await planRow(row, ground),
  }));
  const problems = read.posts.flatMap(cellProblems);
  const good: PlannedPost[] = [];
  for (const { row, plan } of planned) {
    const outcome = plan.ok ? heldOnce(plan.value, good) : plan;
    if (outcome.ok) good.push(outcome.value);
    else problems.push(...ruleProblems(row, outcome.refusals));
  }
  const count = (action: PostImportRow["action"]) => good.filter((row) => row.action === action).length;
  const none = { create: 0, update: 0, alreadyThere: 0 };
  return {
    rows: read.posts.length,
    good: good.map(({ of: _, ...row }) => row),
    questions: [],
    moves: [],
    problems: problems.toSorted(inOrderOf(read)),
    understood: understoodPosts(read, good),
    would: {
      units: none,
      officers: none,
      secondments: none,
      posts: { create: count("create"), update: 0, alreadyThere: count("already-there") },
    },
  };
}

function inOrderOf({ sheets }: SheetRows) {
  const place = ({ sheetName }: ImportRefusal) => sheets.findIndex(({ name }) => name === sheetName);
  return (one: ImportRefusal, other: ImportRefusal) => place(one) - place(other) || one.row - other.row;
}

/**
 * Everything that is wrong with a row is said at once, also beside cells that cannot be read: whom, where, which days.
 * Where all of it is known, the rule is asked.
 */
async function planRow(row: ParsedRow<PostCells>, ground: Ground): Promise<Outcome<PlannedPost>> {
  const { acting } = ground;
  const { serviceNumber, name, place: written } = row.cells;
  const officer = serviceNumber === undefined ? undefined : await namedOfficer(acting, serviceNumber, name);
  const place = written === undefined ? undefined : ground.places(written);
  if (row.isComplete && officer?.ok && place?.ok)
    return planPost(row, { officer: officer.value, place: place.value }, ground);
  const known = [officer, place].flatMap((each) => (each && !each.ok ? each.refusals : []));
  const others = refusalsOfPost(row.cells, place?.ok ? place.value : undefined, acting.today);
  return { ok: false, refusals: [...known, ...others] };
}

type Complete = ParsedRow<PostCells> & { isComplete: true };
type Known = { officer: Officer; place: Place };

async function planPost(
  { cells, ...row }: Complete,
  { officer, place }: Known,
  { acting, units }: Ground,
): Promise<Outcome<PlannedPost>> {
  const { name: _, place: __, ...facts } = cells;
  const unit = units.get(officer.homeUnit);
  if (!unit) return refuse("unknown-unit", "serviceNumber", { unit: officer.homeUnit });
  const post = { ...facts, serviceNumber: officer.id, place: place.id };
  const of = { name: officer.name, unit: unit.name, placeName: place.name };
  const as = { ...placeOf({ ...row, sheet: "posts" as const }), post, of };
  const claimant = { place: post.place, role: post.role, serviceNumber: post.serviceNumber };
  const { periods } = await loadPlaceClaim(acting.store, claimant);
  const known = periods.find(({ from, to }) => from === post.from && to === post.to);
  if (known)
    return onFile(acting, known.secondmentId, { ...as, action: "already-there", id: known.secondmentId });
  const begun = beginPost(post, { id: "", officer, unit, place, held: periods }, acting);
  return begun.ok ? accept({ ...as, action: "create", id: uuidv7() }) : begun;
}

/** Whoever bears the number now, where the list has their name: a slip of a digit would name somebody else. */
async function namedOfficer(
  { store }: Acting,
  serviceNumber: string,
  name: string | undefined,
): Promise<Outcome<Officer>> {
  const officer = await presentOfficer(store, serviceNumber);
  if (!officer) return refuse("unknown-officer", "serviceNumber", { serviceNumber });
  return name === undefined || nameKey(officer.name) === nameKey(name)
    ? accept(officer)
    : refuse("officer-named-otherwise", "name", { serviceNumber });
}

/** A post with the same days is the row's, unless somebody else appointed: a list changes no post. */
async function onFile({ store }: Acting, id: string, row: PlannedPost): Promise<Outcome<PlannedPost>> {
  const appointedBy = (await loadRecord(store, concurrentPostNoun, id))?.appointedBy ?? "";
  return nameKey(appointedBy) === nameKey(row.post.appointedBy)
    ? accept(row)
    : refuse("post-appointed-otherwise", "appointedBy", { appointedBy });
}

/** One person does not have a role at a place twice at the same time, not by two rows either. */
function heldOnce(row: PlannedPost, before: readonly PlannedPost[]): Outcome<PlannedPost> {
  const { serviceNumber, place, role, from, to } = row.post;
  const first = before.find(
    ({ post }) =>
      post.serviceNumber === serviceNumber &&
      post.place === place &&
      post.role === role &&
      post.from <= to &&
      from <= post.to,
  );
  if (!first) return accept(row);
  const refusal: Refusal = {
    code: "post-held-in-file",
    field: "from",
    params: { firstRow: first.row, ...firstSheet(first, row) },
  };
  return { ok: false, refusals: [refusal] };
}
