import type { Cohort } from "@dunmiao/domain/cohort";
import type { Import } from "@dunmiao/domain/import/importRow";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import type { Acting } from "@dunmiao/store/engine/acting";
import { findKey } from "@dunmiao/store/engine/idempotency";
import { saveImport } from "@dunmiao/store/import";
import { uuidv7 } from "uuidv7";
import * as z from "zod";
import { askedAbout } from "./askedAbout.ts";
import { checkRows } from "./check.ts";
import { checkPosts } from "./checkPosts.ts";
import { cohortLists, postLists } from "./sheets.ts";
import type { Upload } from "./upload.ts";

// A thread of its own begins with the file that it is given: what only reads is a file apart.
const apart = () => import("./readApart.ts");
const answerSchema = z.object({ id: z.string() });

/**
 * Reads and checks a file, of a cohort or without one of concurrent posts, and stores the dry run; answers the id of the import. Refuses the whole file as `readSheets`
 * does, and what takes too much to read. The key row keeps the id only: the problems of 5,000 rows would not fit into it.
 */
export async function checkUpload(
  acting: Acting,
  upload: Upload,
  cohort: Cohort | undefined,
): Promise<Outcome<string>> {
  const { bytes, fileName, leaveOut, use } = upload;
  const used = use && (await findKey(acting.store, use));
  if (used && used.bodyHash !== use.bodyHash) return refuse("idempotency-key-reused");
  if (used) return accept(answerSchema.parse(used.body).id);
  const { readApart } = await apart();
  const read = await readApart(bytes, fileName, cohort ? cohortLists : postLists);
  if (!read.ok) return read;
  const checked = cohort ? await checkRows(acting, read.value, cohort) : await checkPosts(acting, read.value);
  const asked = askedAbout(read.value, leaveOut);
  const file = {
    ...checked,
    ...(cohort && { cohortId: cohort.id }),
    fileName,
    problems: [...asked.problems, ...checked.problems],
    notices: asked.notices,
    ...(asked.headings.length > 0 && { unanswered: asked.headings }),
  };
  const answer = ({ id }: Import) => ({ status: 201, body: { id, location: `/imports/${id}` } });
  const saved = await saveImport(acting, file, { id: uuidv7(), once: use && { use, answer } });
  if (saved.outcome === "refused") return { ok: false, refusals: saved.refusals };
  return accept(saved.outcome === "repeated" ? answerSchema.parse(saved.answer.body).id : saved.record.id);
}
