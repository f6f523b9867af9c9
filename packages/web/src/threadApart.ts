import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

const LOOK_EVERY_MS = 500;
/** For a thread that waits and never ends. */
const TIME_LIMIT_MS = 120_000;
/** Questions often come in twos and threes; after that the thread gives its memory back. */
const IDLE_MS = 5_000;

/** A kind of thread: the file that it runs, and how much of the machine one question may take. */
export type Apart<A> = {
  /** `import.meta.url` of a file that calls `answersApart` with the same role, and that is loaded by `import()` only. */
  url: string;
  role: string;
  resourceLimits: { maxOldGenerationSizeMb: number; maxYoungGenerationSizeMb: number };
  /** Of the thread's own processor time: on a busy machine a sound question takes longer, not more. */
  processorSeconds: number;
  /** Reads what the thread sends. */
  read: (message: unknown) => A;
};
export type Asked<A> = { outcome: "answered"; answer: A } | { outcome: "too-heavy" };

/**
 * Asks a thread of its own, one question after the other: whoever else works goes on meanwhile. A question that goes
 * beyond the limits of memory or processor time ends its thread and is answered `too-heavy`; the next one has a new
 * thread. Rejects when the thread fails by a fault of ours.
 */
export function askApart<A>(apart: Apart<A>): (question: unknown) => Promise<Asked<A>> {
  let last: Promise<unknown> = Promise.resolve();
  const threads = new Threads(apart);
  return (question) => {
    const mine = last.then(() => askInThread(apart, threads, question));
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** In the thread: answers every question by `work`. A fault of it ends the thread with its error, as it would end a request. */
export function answersApart(role: string, work: (question: unknown) => unknown): void {
  if (isMainThread || workerData !== role) return;
  parentPort?.on("message", (question) => {
    void Promise.resolve(work(question)).then((answer) => parentPort?.postMessage(answer));
  });
}

async function askInThread<A>(apart: Apart<A>, threads: Threads, question: unknown): Promise<Asked<A>> {
  const worker = threads.take();
  const { promise, resolve, reject } = Promise.withResolvers<Asked<A>>();
  const tooHeavy = () => resolve({ outcome: "too-heavy" });
  const timer = setTimeout(tooHeavy, TIME_LIMIT_MS);
  const stopLooking = whenSpent(worker, apart.processorSeconds, tooHeavy);
  let isSound = false;
  const taken = (message: unknown) => {
    resolve({ outcome: "answered", answer: apart.read(message) });
    isSound = true;
  };
  const failed = (error: Error) => {
    if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") tooHeavy();
    else reject(error);
  };
  const ended = (code: number) => reject(new Error(`The thread that ${apart.role} ended with ${code}`));
  worker.on("message", taken).on("error", failed).on("exit", ended).postMessage(question);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    stopLooking();
    worker.off("message", taken).off("error", failed).off("exit", ended);
    if (isSound) threads.rest(worker);
    else await worker.terminate();
  }
}

/** Calls `tooHeavy` when the thread has spent its processor time since now; the answer ends the watch. */
function whenSpent(worker: Worker, processorSeconds: number, tooHeavy: () => void): () => void {
  const before = worker.cpuUsage();
  const look = async () => {
    const { user, system } = await worker.cpuUsage(await before);
    if (user + system > processorSeconds * 1_000_000) tooHeavy();
  };
  // A thread that has ended answers no more; its end is told by itself.
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS);
  before.catch(() => undefined);
  return () => clearInterval(timer);
}

/** The one thread that rests between two questions; while it works it belongs to nobody else. */
class Threads {
  readonly #apart: Pick<Apart<unknown>, "url" | "role" | "resourceLimits">;
  #resting: Worker | undefined;

  constructor(apart: Pick<Apart<unknown>, "url" | "role" | "resourceLimits">) {
    this.#apart = apart;
  }

  /** The thread that rests, or a new one. */
  take(): Worker {
    const worker = this.#resting ?? this.#begin();
    this.#resting = undefined;
    worker.ref();
    return worker;
  }

  rest(worker: Worker): void {
    this.#resting = worker;
    worker.unref();
    setTimeout(() => {
      if (this.#resting !== worker) return;
      this.#resting = undefined;
      worker.terminate().catch(() => undefined);
    }, IDLE_MS).unref();
  }

  #begin(): Worker {
    const { url, role, resourceLimits } = this.#apart;
    const worker = new Worker(new URL(url), { workerData: role, resourceLimits });
    // An error that nobody listens for would end the process, also while the thread rests.
    return worker.on("error", () => {
      if (this.#resting === worker) this.#resting = undefined;
    });
  }
}
