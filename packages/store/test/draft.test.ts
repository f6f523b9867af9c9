import { beforeAll, describe, expect, test } from "vitest";
import { type DraftSave, loadDraft, saveDraft } from "../src/draft.ts";
import type { Store } from "../src/engine/client.ts";
import { countRequests } from "../src/engine/countRequests.ts";
import { anotherStore, freshStore } from "./engine.ts";

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});

const first = { id: "station-1", role: "station" } as const;
const second = { id: "station-2", role: "station" } as const;
const form = (name: string) => ({ secondmentId: "c1-100001", form: name });

function save(by: DraftSave["by"], text: string, seen?: number): DraftSave {
  return {
    by,
    savedAt: "2026-03-02T01:00:00.000Z",
    basedOn: 1,
    values: { text },
    ...(seen !== undefined && { seen }),
  };
}

describe("a draft of a form", () => {
  test("is there again for whoever opens the form, in another process too", async () => {
    const of = form("kept");
    expect(await loadDraft(store, of)).toBeUndefined();
    await saveDraft(store, of, save(first, "half a sentence"));
    const found = await loadDraft(anotherStore(store.tableName), of);
    expect(found).toEqual({ ...save(first, "half a sentence"), version: 1 });
  });

  test("costs one write a save, over the version that was seen", async () => {
    const of = form("cheap");
    const counted = countRequests(store);
    await saveDraft(store, of, save(first, "one", 0));
    expect(await saveDraft(store, of, save(first, "two", 1))).toMatchObject({
      outcome: "saved",
      draft: { version: 2 },
    });
    expect(counted.requests).toEqual({ PutItem: 2 });
    counted.stop();
  });

  test("of somebody else is never overwritten without having been seen", async () => {
    const of = form("two people");
    await saveDraft(store, of, save(first, "the first one's words", 0));
    for (const seen of [undefined, 0])
      expect(await saveDraft(store, of, save(second, "the second one's words", seen))).toMatchObject({
        outcome: "changed",
        draft: { by: first, version: 1, values: { text: "the first one's words" } },
      });
    expect(await saveDraft(store, of, save(second, "both", 1))).toMatchObject({ outcome: "saved" });
    expect(await saveDraft(store, of, save(first, "late", 1))).toMatchObject({
      outcome: "changed",
      draft: { by: second },
    });
    expect((await loadDraft(store, of))?.values).toEqual({ text: "both" });
  });

  test("that two people save at the same moment is one of theirs, and the other is told", async () => {
    const of = form("race");
    const saved = await Promise.all([
      saveDraft(store, of, save(first, "one", 0)),
      saveDraft(store, of, save(second, "other", 0)),
    ]);
    expect(saved.map(({ outcome }) => outcome).sort()).toEqual(["changed", "saved"]);
    const [one, other] = saved;
    expect(one?.draft).toEqual(other?.draft);
    expect(await loadDraft(store, of)).toEqual(one?.draft);
  });

  test("of one's own is replaced where no version is named; a second window is told", async () => {
    const of = form("own");
    await saveDraft(store, of, save(first, "one"));
    expect(await saveDraft(store, of, save(first, "two"))).toMatchObject({
      outcome: "saved",
      draft: { version: 2 },
    });
    expect(await saveDraft(store, of, save(first, "older window", 1))).toMatchObject({ outcome: "changed" });
  });

  test("of one's own is never refused where no version is named, however many pages save at once", async () => {
    const of = form("pages");
    const words = Array.from({ length: 6 }, (_, page) => `page ${page}`);
    const saved = await Promise.all(words.map((each) => saveDraft(store, of, save(first, each))));
    expect(saved.map(({ outcome }) => outcome)).toEqual(words.map(() => "saved"));
    expect(new Set(saved.map(({ draft }) => draft.version))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });

  test("over a version that never was is the first one", async () => {
    const of = form("never was");
    expect(await saveDraft(store, of, save(first, "one", 7))).toMatchObject({ draft: { version: 1 } });
  });

  test("sent twice is saved once", async () => {
    const of = form("twice");
    for (let time = 0; time < 2; time += 1)
      expect(await saveDraft(store, of, save(first, "one", 0))).toMatchObject({
        outcome: "saved",
        draft: { version: 1 },
      });
  });
});
