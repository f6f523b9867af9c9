import { eventKey } from "@dunmiao/store/engine/keys";
import { expect, test, vi } from "vitest";
import { editItem } from "../../store/test/editItem.ts";
import { logger } from "../src/log.ts";
import { idOf, populatedApp } from "./fixture.ts";

const unread = {
  "zh-CN": "本条有内容无法识别，未予列出，请报政治部核对",
  en: "part of this line could not be read and is not shown: tell HR",
} as const;

test("a line of the trail with a fact that does not parse shows the others, says so, and is in the log without content", async () => {
  const app = await populatedApp();
  const id = idOf("100001");
  const path = `/secondments/${id}/events`;
  expect(await (await app.hr.page(path, { language: "en" })).text()).not.toContain(unread.en);

  await editItem(app.store, eventKey("secondment", id, 1), ({ event }) => {
    event.change = { countedDays: 7.5, class: "no-class-of-ours", reason: 4 };
  });
  const told = vi.spyOn(logger, "error");
  const english = await (await app.hr.page(path, { language: "en" })).text();
  expect(english).toContain(`7.5 days in all · ${unread.en}`);
  const chinese = await (await app.hr.page(path, { language: "zh-CN" })).text();
  expect(chinese).toContain(`累计 7.5 天 · ${unread["zh-CN"]}`);
  await vi.waitFor(() =>
    expect(told).toHaveBeenCalledWith("facts of an event do not parse", {
      code: "event-unreadable",
      kind: "secondment",
      id,
      version: 1,
      type: "secondment.planned",
      members: ["class", "reason"],
    }),
  );
  expect(JSON.stringify(told.mock.calls)).not.toContain("no-class-of-ours");
});
