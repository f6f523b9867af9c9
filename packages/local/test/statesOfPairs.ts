import { bodyOf } from "../../web/test/app.ts";
import { post, type StatesApp, words } from "./statesApp.ts";

const { reason } = words;
const usual = {
  scheme: "pair-standard",
  focus: "casework",
  leading: "mentor",
  mentor: "0021",
  eligibility: ["years", "rank", "record"],
  kin: false,
};

/**
 * A pair that a second person approved, with an activity that the other has not confirmed; one that waits for approval; one
 * that failed and to whose end the apprentice objects; one under a version with a checklist of skills, and a draft of the next.
 */
export async function pairs(app: StatesApp): Promise<string[]> {
  const { hr, hr2, officer } = app;
  const plan = async (facts: object) =>
    (await bodyOf<{ id: string }>(post(hr, "/pairs", { ...usual, from: "2026-02-02", ...facts }))).id;
  const approved = await plan({ apprentice: "0022", kin: true });
  const waits = await plan({ apprentice: "0023", kin: true });
  await post(hr2, `/pairs/${approved}/approve`, {});
  await post(await officer("0021"), `/pairs/${approved}/activities`, {
    on: "2026-02-10",
    kind: "session",
    learned: words.title,
  });
  const over = await plan({ mentor: "0024", apprentice: "0025", from: "2025-08-01", to: "2026-02-27" });
  const failed = { grade: "fail", on: "2026-02-27" };
  for (const _ of [1, 2]) await post(hr, `/pairs/${over}/tests`, failed);
  await post(await officer("0025"), `/pairs/${over}/objections`, { words: reason });
  const scheme = "/pair-schemes/pair-standard";
  const { version: _, id: __, name, ...settings } = await bodyOf<Record<string, unknown>>(hr.get(scheme));
  const skills = [{ key: "notes", name: { "zh-CN": "讯问笔录", en: "Interview notes" } }];
  const focuses = [{ key: "casework", name: { "zh-CN": "执法办案", en: "Casework" }, skills }];
  const mutual = [{ list: "promote", key: "study", name: { "zh-CN": "第一项", en: "Item 1" } }];
  await post(hr, `${scheme}/draft`, { ...settings, name, focuses, mutual, version: 2, seen: 0 });
  await post(hr2, `${scheme}/draft/publish`, { version: 2, seen: 1, reason });
  const skilled = await plan({ mentor: "0026", apprentice: "0027", from: "2025-08-01" });
  await post(hr, `${scheme}/draft`, { version: 3, seen: 0, loadCap: 3 });
  return ["/pairs", ...[approved, waits, over, skilled].map((id) => `/pairs/${id}`), `${scheme}/draft`];
}

/** A concurrent post at a school that runs. */
export async function posts({ hr }: StatesApp): Promise<string[]> {
  await post(hr, "/places", {
    places: [{ code: "S-1", kind: "school", name: "第一小学", unit: "B0-S1", isClosed: false }],
  });
  const facts = { serviceNumber: "0003", place: "S-1", role: "vice-principal" };
  const begun = { ...facts, appointedBy: "教育局", from: "2026-02-02", to: "2026-12-31" };
  const { id } = await bodyOf<{ id: string }>(post(hr, "/posts", begun));
  return ["/posts", `/posts/${id}`];
}
