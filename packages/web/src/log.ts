import { Logger } from "@aws-lambda-powertools/logger";

/** Codes, sentences and ids; never a name, never a whole record. */
export const logger = new Logger({ serviceName: "dunmiao-web" });

const mostFrames = 8;

/**
 * What may be said of an unexpected error: that a request failed, the kind of the error and where it was thrown. Its
 * message may hold what somebody entered, and an error of the database whole items.
 */
export function failureOf({ name, message, stack = "" }: Error): {
  code: string;
  error: string;
  at: string[];
} {
  const frames = stack
    .replace(message, "")
    .split("\n")
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return { code: "request.failed", error: name, at: frames.slice(0, mostFrames).map((line) => line.trim()) };
}
