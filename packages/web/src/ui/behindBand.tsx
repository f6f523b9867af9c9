import type { Chrome } from "./chrome.ts";

/** Says that a list is older than the pages of its people: what was due has not been done yet. Its file repeats it. */
export function BehindBand({ chrome: { text, behind } }: { chrome: Chrome }) {
  if (!behind) return null;
  return (
    <div class="dm-band dm-band--differs" role="status">
      <p class="dm-behind">{text.chrome.behind(behind)}</p>
    </div>
  );
}
