import { jsonHeaders } from "./jsonHeaders.ts";

const pauseMilliseconds = 4000;

/** Saves what is typed as a draft whenever the writer pauses, and says so where `data-draft-line` is. */
export function draftLive(form: HTMLFormElement): void {
  const url = form.dataset.draftUrl;
  const version = form.elements.namedItem("draft");
  const line = document.querySelector("[data-draft-line]");
  if (!url || !(version instanceof HTMLInputElement)) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | undefined;
  const save = async () => {
    const saved = await saveDraft(url, form);
    if (saved === undefined) return;
    version.value = String(saved.version);
    if (line) line.textContent = saved.sentence;
  };
  const start = () => {
    // One save at a time: the next one names the version that this one makes.
    saving = (saving ?? Promise.resolve()).then(save).finally(() => {
      saving = undefined;
    });
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(start, pauseMilliseconds);
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (!saving) return;
    // What is sent names the draft that was seen: it waits for the save that is on its way.
    event.preventDefault();
    const { submitter } = event;
    void saving.then(() => form.requestSubmit(submitter));
  });
}

/** One save; undefined when it was refused or did not arrive: the page's own buttons say why. */
async function saveDraft(
  url: string,
  form: HTMLFormElement,
): Promise<{ version: number; sentence: string } | undefined> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && name !== "idempotencyKey") body.append(name, value);
  body.set("act", "draft");
  try {
    const response = await fetch(url, { method: "POST", headers: jsonHeaders(), body });
    const { draft, sentence } = Object(await response.json());
    return response.ok ? { version: Number(Object(draft).version), sentence: String(sentence) } : undefined;
  } catch {
    return undefined;
  }
}
