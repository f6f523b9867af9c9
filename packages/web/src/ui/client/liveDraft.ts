import { type Answer, DraftKeeper } from "./draftKeeper.ts";
import { jsonHeaders } from "./jsonHeaders.ts";

const pauseMilliseconds = 4000;
const mostMilliseconds = 10_000;
/** Browsers carry requests of at most 64 KiB to their end after the page is gone. */
const keptAliveBytes = 60_000;
const aroundPart = 120;
/** Whoever sends the form waits for the save at most this long. */
const longestMilliseconds = 10_000;

/**
 * Saves what is typed as a draft whenever the writer pauses, every ten seconds while there is something new, and on
 * leaving; says so where `data-draft-line` is, and what could not be saved.
 */
export function draftLive(form: HTMLFormElement): void {
  const url = form.dataset.draftUrl;
  const version = form.elements.namedItem("draft");
  if (!url || !(version instanceof HTMLInputElement)) return;
  const keeper = new DraftKeeper(Number(version.value), {
    read: () => typedIn(form),
    send: (typed, seen) => saveDraft(url, typed, seen),
    say: (answer) => {
      if (answer.is === "saved") version.value = String(answer.version);
      sayDraft(answer);
    },
  });
  saveWhileTyping(form, keeper);
  sendSaved(form, keeper);
  window.addEventListener("beforeunload", (event) => {
    if (keeper.isAtRisk) event.preventDefault();
  });
}

/**
 * The form goes when what is in it is saved: it names the draft that was seen, and a page that is left cannot try again.
 * It is sent again only after an answer: a browser ignores that while it still tells of the first try.
 */
function sendSaved(form: HTMLFormElement, keeper: DraftKeeper): void {
  form.addEventListener("submit", (event) => {
    if (!keeper.hasToSave) {
      keeper.hold();
      return;
    }
    event.preventDefault();
    const { submitter } = event;
    void keeper.settle().then((isReachable) => {
      if (!isReachable) return;
      keeper.hold();
      form.requestSubmit(submitter);
    });
  });
}

function saveWhileTyping(form: HTMLFormElement, keeper: DraftKeeper): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener("input", () => {
    keeper.typed();
    clearTimeout(timer);
    timer = setTimeout(() => void keeper.save(), pauseMilliseconds);
  });
  setInterval(() => void keeper.save(), mostMilliseconds);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void keeper.leave();
  });
  window.addEventListener("pagehide", () => void keeper.leave());
}

function sayDraft(answer: Answer): void {
  const line = document.querySelector<HTMLElement>("[data-draft-line]");
  if (!line) return;
  if (answer.is === "saved" || answer.is === "refused") line.textContent = answer.sentence;
  else if (answer.is === "changed") line.textContent = line.dataset.draftElsewhere ?? "";
  else if (answer.is === "ended") line.textContent = line.dataset.draftEnded ?? "";
  else line.textContent = (line.dataset.draftFailed ?? "").replace("{at}", wallTime());
}

/** Hours and minutes of the writer's own clock. */
function wallTime(): string {
  const now = new Date();
  return [now.getHours(), now.getMinutes()].map((each) => String(each).padStart(2, "0")).join(":");
}

function typedIn(form: HTMLFormElement): string {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && name !== "idempotencyKey") body.append(name, value);
  return body.toString();
}

async function saveDraft(url: string, typed: string, seen: number): Promise<Answer> {
  // Chinese is three bytes a character in parts, and nine in an encoded address.
  const body = new FormData();
  for (const [name, value] of new URLSearchParams(typed)) body.append(name, value);
  body.set("draft", String(seen));
  body.set("act", "draft");
  const keepalive = bytesOf(body) <= keptAliveBytes;
  const signal = AbortSignal.timeout(longestMilliseconds);
  try {
    const response = await fetch(url, { method: "POST", headers: jsonHeaders(), body, keepalive, signal });
    return answerOf(response.status, await response.json());
  } catch {
    return { is: "lost" };
  }
}

/** Bytes of a body in parts: names, values and what stands around each. */
function bytesOf(body: FormData): number {
  let bytes = 0;
  for (const [name, value] of body) bytes += aroundPart + new Blob([name, value]).size;
  return bytes;
}

function answerOf(status: number, said: unknown): Answer {
  const { draft, sentence, code, title, errors } = Object(said);
  if (status < 300)
    return { is: "saved", version: Number(Object(draft).version), sentence: String(sentence) };
  if (code === "draft-changed") return { is: "changed" };
  if (status === 401) return { is: "ended" };
  if (status === 429 || status >= 500) return { is: "lost" };
  const messages = Array.isArray(errors) ? errors.map((each) => Object(each).message).filter(Boolean) : [];
  return { is: "refused", sentence: messages.join(" ") || String(title) };
}
