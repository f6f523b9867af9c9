import type { ServerResponse } from "node:http";
import type { Message } from "@dunmiao/domain/notification";
import { afterEach, describe, expect, test } from "vitest";
import { wecomNotifier, wecomRobot, wecomText } from "../src/wecom.ts";
import { jsonServer } from "./support/servers.ts";

const message: Message = {
  code: "late",
  secondmentId: "c1-100001",
  checkpoint: "quarter.3",
  name: { "zh-CN": "季度考核", en: "Quarter review" },
  about: { serviceNumber: "100001", name: "第一〇〇一号", station: "一元派出所" },
  to: [{ role: "station", unit: "42010201" }],
  on: "2026-03-06",
  dueOn: "2026-03-05",
};

let stop = () => {};
afterEach(() => stop());

/** A robot on this machine: what it got, and how it answers. */
async function robot(answer: (response: ServerResponse, nth: number) => void) {
  const server = await jsonServer(answer);
  stop = server.stop;
  return { got: server.got, url: `${server.url}/cgi-bin/webhook/send?key=secret` };
}
const ok = (response: ServerResponse) => response.end('{"errcode":0,"errmsg":"ok"}');

describe("a WeCom group robot", () => {
  test("gets one POST with a text", async () => {
    const { got, url } = await robot(ok);
    await wecomNotifier(wecomRobot({ url }))(message);
    const content = "【墩苗】考核通知\n季度考核 已逾期，期限 2026-03-05：1 项\n请登录系统办理。";
    const body = { msgtype: "text", text: { content } };
    expect(got).toMatchObject([{ method: "POST", headers: { "content-type": "application/json" }, body }]);
  });

  test("what comes while one is on its way goes as one text with counts", async () => {
    const held: ServerResponse[] = [];
    const { got, url } = await robot((response, nth) => (nth === 1 ? held.push(response) : ok(response)));
    const notify = wecomNotifier(wecomRobot({ url, timeoutMs: 20_000 }));
    const first = notify(message);
    await expect.poll(() => held.length).toBe(1);
    const rest = [message, message, { ...message, code: "missed" as const }].map(notify);
    for (const response of held) ok(response);
    await Promise.all([first, ...rest]);
    expect(got).toHaveLength(2);
    expect(JSON.stringify(got[1]?.body)).toMatch(
      /已逾期，期限 2026-03-05：2 项.*逾期未报，期限 2026-03-05：1 项/,
    );
  });

  test.each<[string, (response: ServerResponse) => void, string]>([
    [
      "refuses",
      (response) => response.end('{"errcode":93000,"errmsg":"invalid webhook url"}'),
      "errcode-93000",
    ],
    ["fails", (response) => response.writeHead(500).end("oops"), "http-500"],
    ["sends elsewhere", (response) => response.writeHead(302, { Location: "/" }).end(), "unreachable"],
    ["answers no JSON", (response) => response.end("<html>"), "unreadable"],
    ["never answers", () => {}, "timeout"],
    ["stops in the middle", (response) => response.write('{"errcode"'), "timeout"],
  ])("one that %s is an error with a code and without the address", async (_, answer, code) => {
    const { url } = await robot(answer);
    const notify = wecomNotifier(wecomRobot({ url, timeoutMs: 200 }));
    await expect(notify(message)).rejects.toMatchObject({ name: "WecomError", message: code });
  });

  test("after a failure the next one is sent", async () => {
    const { got, url } = await robot((response, nth) =>
      nth === 1 ? response.writeHead(500).end() : ok(response),
    );
    const notify = wecomNotifier(wecomRobot({ url }));
    await expect(notify(message)).rejects.toMatchObject({ message: "http-500" });
    await notify(message);
    expect(got).toHaveLength(2);
  });
});

describe("the text", () => {
  test("names and numbers nobody", () => {
    const text = wecomText([message]);
    for (const word of ["100001", "第一〇〇一号", "一元派出所", "42010201"]) expect(text).not.toContain(word);
  });

  test("stays within what a robot takes, whatever there is", () => {
    const many = Array.from({ length: 60 }, (_, n) => ({ ...message, dueOn: `2026-03-${10 + n}` }));
    expect(Buffer.byteLength(wecomText(many))).toBeLessThan(2_048);
    expect(wecomText([{ ...message, code: "review-opened", name: undefined, dueOn: undefined }])).toContain(
      "启动超限核查：1 项",
    );
  });
});
