import { jsonHeaders } from "./jsonHeaders.ts";

const pauseMilliseconds = 250;

/** Asks the preview while the form is filled in, and writes its sentence where `data-preview` is. */
export function previewLive(form: HTMLFormElement): void {
  const line = form.querySelector("[data-preview]");
  const url = form.dataset.previewUrl;
  if (!line || !url) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  const ask = async () => {
    latest += 1;
    const mine = latest;
    const answer = await preview(url, fieldsOf(form));
    // An answer that was overtaken by a newer question says nothing about the form as it stands.
    if (mine !== latest || answer === undefined) return;
    line.textContent = answer.sentence;
    line.classList.toggle("dm-preview--over", answer.isOver);
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), pauseMilliseconds);
  });
}

/** The filled-in fields as JSON; `evidence.number` becomes a member of `evidence`. */
function fieldsOf(form: HTMLFormElement): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== "string" || value === "" || name === "idempotencyKey") continue;
    const [outer = name, inner] = name.split(".", 2);
    const nested = fields[outer];
    if (inner === undefined) fields[outer] = value;
    else fields[outer] = { ...(typeof nested === "object" ? nested : {}), [inner]: value };
  }
  return fields;
}

type Answer = { sentence: string; isOver: boolean };

/** The sentence of the preview, or why there is none; undefined while the form is not complete enough to ask. */
async function preview(url: string, fields: Record<string, unknown>): Promise<Answer | undefined> {
  if (!fields.class || !fields.from || !fields.to) return undefined;
  const headers = { "Content-Type": "application/json", ...jsonHeaders() };
  try {
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(fields) });
    const answer: unknown = await response.json();
    const sentence = sentenceOf(answer);
    return sentence === undefined ? undefined : { sentence, isOver: isOver(answer) };
  } catch {
    return undefined;
  }
}

/** What goes over the limit, by itself or with what waits, looks unlike what does not. */
function isOver(answer: unknown): boolean {
  return Object(answer).verdictWithPending === "exceeded";
}

function sentenceOf(answer: unknown): string | undefined {
  const { sentence, errors, title } = Object(answer);
  if (typeof sentence === "string") return sentence;
  const messages = Array.isArray(errors) ? errors.map((each) => Object(each).message).filter(Boolean) : [];
  if (messages.length > 0) return messages.join(" ");
  return typeof title === "string" ? title : undefined;
}
