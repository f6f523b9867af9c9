import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { type Outcome, refuse } from "@dunmiao/domain/refusal";
import * as z from "zod";
import { readSheets, type SheetRows } from "./spreadsheet.ts";

/** A list of 5,000 people takes a fraction of either; a file of 60 kB can be made to take everything. */
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 };
/** Of the thread's own processor time: on a busy machine a sound file takes longer, not more. */
const PROCESSOR_LIMIT_SECONDS = 15;
const LOOK_EVERY_MS = 500;
/** For a thread that waits and never ends. */
const TIME_LIMIT_MS = 120_000;
/** Files often come in twos and threes; after that the thread gives its memory back. */
const IDLE_MS = 5_000;
const ROLE = "reads spreadsheets";

const fileSchema = z.object({ bytes: z.instanceof(Uint8Array), fileName: z.string() });
/** The other side is this very file: what it sends is what `readSheets` answers. */
const answerSchema = z.custom<Outcome<SheetRows>>((value) => typeof value === "object" && value !== null);

let thread: Worker | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a file as `readSheets` does, in a thread of its own with a limit of memory and of processor time, one file
 * after the other: whoever else works goes on meanwhile. Refuses what goes beyond as `file-too-heavy`.
 */
export function readApart(bytes: Uint8Array, fileName: string): Promise<Outcome<SheetRows>> {
  const mine = last.then(() => readInThread(bytes, fileName));
  last = mine.catch(() => undefined);
  return mine;
}

async function readInThread(bytes: Uint8Array, fileName: string): Promise<Outcome<SheetRows>> {
  const worker = takeThread();
  const { promise, resolve, reject } = Promise.withResolvers<Outcome<SheetRows>>();
  const tooHeavy = () => resolve(refuse("file-too-heavy", "file", { fileName }));
  const timer = setTimeout(tooHeavy, TIME_LIMIT_MS);
  const stopLooking = whenSpent(worker, tooHeavy);
  const taken = (message: unknown) => {
    resolve(answerSchema.parse(message));
    thread = worker;
  };
  const failed = (error: Error) => {
    if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") tooHeavy();
    else reject(error);
  };
  const ended = (code: number) => reject(new Error(`The thread that reads files ended with ${code}`));
  worker.on("message", taken).on("error", failed).on("exit", ended).postMessage({ bytes, fileName });
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    stopLooking();
    worker.off("message", taken).off("error", failed).off("exit", ended);
    if (thread === worker) rest(worker);
    else await worker.terminate();
  }
}

/** Calls `tooHeavy` when the thread has spent its processor time since now; the answer ends the watch. */
function whenSpent(worker: Worker, tooHeavy: () => void): () => void {
  const before = worker.cpuUsage();
  const look = async () => {
    const { user, system } = await worker.cpuUsage(await before);
    if (user + system > PROCESSOR_LIMIT_SECONDS * 1_000_000) tooHeavy();
  };
  // A thread that has ended answers no more; its end is told by itself.
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS);
  before.catch(() => undefined);
  return () => clearInterval(timer);
}

/** The thread that rests, or a new one; while it reads it belongs to nobody else. */
function takeThread(): Worker {
  const worker = thread ?? newThread();
  thread = undefined;
  worker.ref();
  return worker;
}

function newThread(): Worker {
  const worker = new Worker(new URL(import.meta.url), { workerData: ROLE, resourceLimits });
  // An error that nobody listens for would end the process, also while the thread rests.
  return worker.on("error", () => {
    if (thread === worker) thread = undefined;
  });
}

function rest(worker: Worker): void {
  worker.unref();
  setTimeout(() => {
    if (thread !== worker) return;
    thread = undefined;
    worker.terminate().catch(() => undefined);
  }, IDLE_MS).unref();
}

/** A fault of the reader ends the thread with its error, as it would end a request here. */
async function answer(message: unknown): Promise<void> {
  const { bytes, fileName } = fileSchema.parse(message);
  parentPort?.postMessage(await readSheets(bytes, fileName));
}

if (!isMainThread && workerData === ROLE)
  parentPort?.on("message", (message) => {
    void answer(message);
  });
