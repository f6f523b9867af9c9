import { type ConcurrentPost, lastDayOf } from "@dunmiao/domain/concurrentPost";
import { concurrentPostNoun } from "@dunmiao/store/concurrentPost";
import { loadRecord } from "@dunmiao/store/engine/record";
import { listPlaces } from "@dunmiao/store/place";
import { presentOfficer } from "@dunmiao/store/presentOfficer";
import type { Context } from "hono";
import { atOnce } from "../atOnce.ts";
import type { WebEnv } from "../deps.ts";
import type { PostCells } from "../import/cellSchemas.ts";
import { answerFile, xlsxType } from "../import/download.ts";
import { placeSpelling } from "../import/placeNames.ts";
import { postTemplate } from "../import/postTemplate.ts";
import { postsSeen } from "./seen.ts";

const postsAtOnce = 12;

/** The empty list, with the places that are open to choose from. */
export async function answerPostTemplate(c: Context<WebEnv>) {
  const { text, deps } = c.var;
  const places = await listPlaces(deps.store);
  const spell = placeSpelling(places);
  const open = places.filter(({ isClosed }) => !isClosed).map(({ id, name }) => spell({ code: id, name }));
  return answerFile(c, await postTemplate(text.language, open), {
    name: `${text.postPage.templateFile}.xlsx`,
    type: xlsxType,
  });
}

/** The posts asked for as rows that the import takes for what is there: names as they are on file now, the last day as it was held. Two GetItems a post. */
export async function answerPosts(c: Context<WebEnv>) {
  const { text, deps } = c.var;
  const [places, { found }] = await Promise.all([listPlaces(deps.store), postsSeen(c)]);
  const spell = placeSpelling(places);
  const filled = await atOnce(found, postsAtOnce, async ({ id }): Promise<PostCells[]> => {
    const post = await loadRecord(deps.store, concurrentPostNoun, id);
    return post ? await rowOf(c, post, spell) : [];
  });
  const bytes = await postTemplate(
    text.language,
    places.filter(({ isClosed }) => !isClosed).map(({ id, name }) => spell({ code: id, name })),
    filled.flat(),
  );
  return answerFile(c, bytes, { name: `${text.postPage.listFile}.xlsx`, type: xlsxType });
}

/** One that ended before it began was no post. */
async function rowOf(
  c: Context<WebEnv>,
  post: ConcurrentPost,
  spell: ReturnType<typeof placeSpelling>,
): Promise<PostCells[]> {
  const { officer, place, role, appointedBy, from } = post;
  const to = lastDayOf(post);
  if (to < from) return [];
  const present = await presentOfficer(c.var.deps.store, officer.serviceNumber);
  const { serviceNumber } = officer;
  return [
    { serviceNumber, name: present?.name ?? officer.name, place: spell(place), role, appointedBy, from, to },
  ];
}
