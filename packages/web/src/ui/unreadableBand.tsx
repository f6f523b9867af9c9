import { mayTry } from "@dunmiao/domain/permissions";
import type { Chrome } from "./chrome.ts";

/** Says what a page leaves out: to HR by id, which may hold a service number, to everybody else by number. */
export function UnreadableBand({ chrome: { text, unreadable, person } }: { chrome: Chrome }) {
  if (!unreadable || unreadable.size === 0) return null;
  const ids = mayTry(person, "read-damaged-ids") ? [...unreadable.values()].map(({ id }) => id) : [];
  return (
    <div class="dm-band dm-band--differs" role="alert">
      <p>{text.chrome.unreadable({ count: unreadable.size, ids: ids.join(text.common.listMark) })}</p>
    </div>
  );
}
