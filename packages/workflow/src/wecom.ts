import type { StepMessage } from "@dunmiao/domain/pairMessage";
import * as z from "zod";
import type { Notifier } from "./notifier.ts";

/** What the address of a robot looks like; it holds the robot's key. */
export const robotAddressSchema = z.url({ protocol: /^https?$/ });

/**
 * A group robot that did not take a text: `http-500`, `errcode-93000`, `timeout`, `unreachable`, `unreadable`,
 * `no-address`.
 */
export class WecomError extends Error {
  override readonly name = "WecomError";
}

const answerSchema = z.object({ errcode: z.int() });
const whatHappened = {
  reminded: "到期提醒",
  late: "已逾期",
  escalated: "逾期上报",
  missed: "逾期未报",
  "review-opened": "启动超限核查",
  "report-in-decided": "报到日期更正已办结",
  "review-closed": "结束超限核查",
  "pair-orphan": "师徒结对无人带教",
  "pair-substitute-ends": "师徒结对代带教即将到期",
  "pair-file-lacks": "师徒结对档案缺项",
  "pair-ends-soon": "师徒结对即将到期",
  "pair-file-assigned": "师徒结对档案待补全",
  "pair-objected": "师徒结对结果有异议",
  "pair-objection-decided": "师徒结对异议已处理",
} as const satisfies Record<StepMessage["code"], string>;
/** Sends one text to the group; rejects with WecomError. */
export type Robot = (text: string) => Promise<void>;

/** A text may have 2,048 bytes. */
const mostLines = 12;

/** The group robot at an address: one POST for each text. */
export function wecomRobot({ url, timeoutMs = 3_000 }: { url: string; timeoutMs?: number }): Robot {
  return (text) => post(url, text, timeoutMs);
}

/**
 * Tells a WeCom group by its robot. What comes while one is on its way waits and goes as one text
 * with its counts: a robot takes twenty a minute, and a sweep has hundreds. Rejects with WecomError.
 */
export function wecomNotifier(robot: Robot): Notifier {
  let waiting: StepMessage[] = [];
  let sending: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  const sendWaiting = () => {
    const batch = waiting;
    waiting = [];
    next = undefined;
    sending = robot(wecomText(batch));
    return sending;
  };
  return (message) => {
    waiting.push(message);
    next ??= sending.then(sendWaiting, sendWaiting);
    return next;
  };
}

/** What, how many, due when. Nothing that names or numbers a person leaves the product. */
export function wecomText(messages: readonly StepMessage[]): string {
  const counts = new Map<string, number>();
  for (const message of messages) {
    const { code, name, dueOn } = message;
    const of = "pairId" in message && name ? "师徒结对" : undefined;
    const what = [of, name?.["zh-CN"], whatHappened[code]].filter(Boolean).join(" ");
    const line = `${what}${dueOn ? `，期限 ${dueOn}` : ""}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const lines = [...counts].map(([line, count]) => `${line}：${count} 项`);
  const more = lines.slice(mostLines).length > 0 ? ["……"] : [];
  return ["【墩苗】考核通知", ...lines.slice(0, mostLines), ...more, "请登录系统办理。"].join("\n");
}

/** The check code of a signed day, to be kept where this system cannot change it. */
export function signedDayText({ day, code }: { day: string; code: string }): string {
  return [
    `【墩苗】${day} 日终校验码：${code}`,
    "请留存本条消息，供日后与系统、打印件和审计导出核对。",
    `Check code of ${day}: ${code}. Keep this message to compare prints and audit exports with it later.`,
  ].join("\n");
}

async function post(url: string, content: string, timeoutMs: number): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ msgtype: "text", text: { content } }),
    redirect: "error",
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error) => {
    throw new WecomError(isTimeout(error) ? "timeout" : "unreachable");
  });
  if (!response.ok) throw new WecomError(`http-${response.status}`);
  const { errcode } = await answerOf(response);
  if (errcode !== 0) throw new WecomError(`errcode-${errcode}`);
}

/** The address holds the robot's key: it stands in no error. */
async function answerOf(response: Response): Promise<z.infer<typeof answerSchema>> {
  try {
    return answerSchema.parse(await response.json());
  } catch (error) {
    throw new WecomError(isTimeout(error) ? "timeout" : "unreadable");
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === "TimeoutError";
}
