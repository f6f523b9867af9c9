import { parseArgs } from "node:util";
import { calendarDateSchema } from "@dunmiao/domain/calendarDate";
import { demoPairs } from "./demo/pairPlot.ts";

export type Options = {
  /** 0 takes any free port. */
  port: number;
  dataDir: string;
  /** Names under which it is served, beside those of this machine itself. */
  hosts: string[];
  isEmpty: boolean;
  /** Mentor pairs of the demo, which are written while it serves. */
  pairs: number;
  /** The demo clock's first day. */
  today?: string;
};

const mostPairs = 25_000;

export const help = `Dunmiao on this machine, for trying it out.

  npm start                          a demo cohort, a demo clock, a demo sign-in
  npm start -- --empty               without the demo cohort
  npm start -- --today 2026-03-02    the demo clock's first day
  npm start -- --help                this text

Environment: PORT (3000), DATA_DIR (.data), DEMO_PAIRS (1191 mentor pairs, written while it serves), HOSTS (further names under which it is served, by commas), BUREAU_NAME, DUNMIAO_ENGINE (dynoxide or dynamodb-local),
AWS_ENDPOINT_URL_DYNAMODB (an engine that runs already), WECOM_WEBHOOK_URL (a group robot that gets reminders).`;

/** What was asked for, or a sentence that says what is wrong with it. */
export function readOptions(
  args: readonly string[],
  environment: Record<string, string | undefined>,
): Options | "help" | { wrong: string } {
  const parsed = readArguments(args);
  if ("wrong" in parsed) return parsed;
  const { empty = false, today, help: wantsHelp } = parsed;
  if (wantsHelp) return "help";
  if (today !== undefined && !isUsableDay(today))
    return {
      wrong: `--today ${today} is not a calendar date between 2000-01-01 and 2099-12-31 (YYYY-MM-DD).`,
    };
  const port = Number(environment.PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return { wrong: `PORT=${environment.PORT} is not a port number.` };
  const hosts = (environment.HOSTS ?? "")
    .split(",")
    .map((host) => host.trim())
    .filter(Boolean);
  const pairs = Number(environment.DEMO_PAIRS || demoPairs);
  if (!Number.isInteger(pairs) || pairs < 0 || pairs > mostPairs)
    return { wrong: `DEMO_PAIRS=${environment.DEMO_PAIRS} is not a number from 0 to ${mostPairs}.` };
  return {
    port,
    hosts,
    pairs,
    dataDir: environment.DATA_DIR || ".data",
    isEmpty: empty,
    ...(today && { today }),
  };
}

function readArguments(args: readonly string[]) {
  try {
    const options = {
      empty: { type: "boolean" },
      today: { type: "string" },
      help: { type: "boolean", short: "h" },
    } as const;
    return parseArgs({ args: [...args], options, allowPositionals: false, strict: true }).values;
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

/** A date that the calendar and a term of a year on either side can hold. */
export function isUsableDay(day: string): boolean {
  return calendarDateSchema.safeParse(day).success && day >= "2000-01-01" && day <= "2099-12-31";
}
