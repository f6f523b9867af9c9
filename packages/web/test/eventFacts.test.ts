import { eventKey } from "@dunmiao/store/engine/keys";
import { afterEach, expect, test, vi } from "vitest";
import { editItem } from "../../store/test/editItem.ts";
import { logger } from "../src/log.ts";
import { idOf, populatedApp } from "./fixture.ts";

const unread = {
  "zh-CN": "本条有内容无法识别，未予列出，请报政治部核对",
  en: "part of this line could not be read and is not shown: tell HR",
} as const;

afterEach(() => {
  vi.restoreAllMocks();
});

test("a line of the trail with a fact that does not parse shows the others, says so, and is in the log without content", async () => {
  const app = await populatedApp();
  const id = idOf("100001");
  const path = `/secondments/${id}/events`;
  expect(await (await app.hr.page(path, { language: "en" })).text()).not.toContain(unread.en);
  const told = vi.spyOn(logger, "error");
  const expectShown = async ([chinese, english]: [string, string], members: string[]) => {
    for (const [language, line] of [["zh-CN", chinese] as const, ["en", english] as const])
      expect(await (await app.hr.page(path, { language })).text()).toContain(`${line} · ${unread[language]}`);
    await vi.waitFor(
      () =>
        expect(told).toHaveBeenLastCalledWith("facts of an event do not parse", {
          ...{ code: "event-unreadable", kind: "secondment", id, version: 1, members },
          type: expect.stringMatching(/^absence[.]/),
        }),
      60_000,
    );
  };

  await editItem(app.store, eventKey("secondment", id, 1), ({ event }) => {
    event.type = "absence.approved";
    const read = { absenceId: "a1", countedDays: 7.5 };
    event.change = { ...read, state: "no-state-of-ours", reason: 4, more: "no-fact-of-ours" };
  });
  await expectShown(
    ["不在岗第 1 条 · 累计 7.5 天", "absence 1 · 7.5 days in all"],
    ["state", "reason", "more"],
  );
  expect(JSON.stringify(told.mock.calls)).not.toContain("of-ours");

  await editItem(app.store, eventKey("secondment", id, 1), ({ event }) => {
    event.type = "absence.of-a-later-release";
  });
  await expectShown(["absence.of-a-later-release", "absence.of-a-later-release"], ["type"]);
});
