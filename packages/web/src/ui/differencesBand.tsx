import type { Chrome } from "./chrome.ts";
import { link } from "./link.ts";

/** Says to auditors and the administrator, on every page, that what is stored does not agree and nobody has signed for it. */
export function DifferencesBand({ chrome: { text, differences } }: { chrome: Chrome }) {
  if (!differences) return null;
  return (
    <div class="dm-band dm-band--differs" role="alert">
      <p>
        {text.differencePage.band({ count: differences })}{" "}
        {link("/audit/differences", text.differencePage.see)}
      </p>
    </div>
  );
}
