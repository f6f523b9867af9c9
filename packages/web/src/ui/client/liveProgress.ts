const intervalMilliseconds = 1000;

/** Keeps a progress bar up to date while the work has the status that the page was shown with, then reloads. */
export async function watchProgress(region: HTMLElement): Promise<void> {
  const url = region.dataset.progressUrl ?? "";
  const bar = region.querySelector("progress");
  const line = region.querySelector("[data-progress-text]");
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, intervalMilliseconds));
    const state = await stateOf(url);
    if (!state) continue;
    if (state.status !== region.dataset.progressStatus) return location.reload();
    if (bar) {
      bar.max = state.total || 1;
      bar.value = state.done;
    }
    // Keeps the sentence of the page's language: only its two figures change.
    const figures = [state.done, state.total];
    if (line)
      line.textContent = (line.textContent ?? "").replace(/\d+/g, () => String(figures.shift() ?? ""));
  }
}

async function stateOf(url: string): Promise<{ status: string; done: number; total: number } | undefined> {
  try {
    const response = await fetch(url, { headers: { Accept: "application/json" } });
    const { status, done, total } = Object(await response.json());
    return response.ok ? { status: String(status), done: Number(done), total: Number(total) } : undefined;
  } catch {
    return undefined;
  }
}
