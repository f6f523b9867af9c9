import { dateBox } from "./dateBox.ts";
import { focusErrorSummary } from "./errorFocus.ts";
import { previewLive } from "./liveCount.ts";
import { draftLive } from "./liveDraft.ts";
import { watchProgress } from "./liveProgress.ts";
import { selectAll } from "./selectAll.ts";

// Comfort only: every page works without this script.
focusErrorSummary(document);
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-preview-url]")) previewLive(form);
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft-url]")) draftLive(form);
for (const box of document.querySelectorAll<HTMLInputElement>("input[data-days-url]")) void dateBox(box);
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-goes-on]")) form.requestSubmit();
for (const bar of document.querySelectorAll<HTMLElement>("[data-progress-url]")) void watchProgress(bar);
for (const heading of document.querySelectorAll<HTMLElement>("[data-select-all]")) selectAll(heading);
