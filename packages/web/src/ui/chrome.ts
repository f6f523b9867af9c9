import type { Actor, PersonRole } from "@dunmiao/domain/actor";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import type { Unreadable } from "@dunmiao/store/engine/unreadable";
import type { Child } from "hono/jsx";
import type { AssetUrls } from "./assets.ts";
import type { Language, Text } from "./text.ts";

/** What every page carries around its content. `banner` is a band under the header that the host may fill. */
export type Chrome = {
  readonly text: Text;
  readonly assets: AssetUrls;
  readonly bureau: string;
  /** Languages on offer; all of them unless told. */
  readonly languages?: readonly Language[] | undefined;
  /** Asia/Shanghai calendar date. */
  readonly today: string;
  /** Path and query of a page that GET can show again in the other language. */
  readonly url: string;
  /** `actsFor`: the name of whose role it is, where the person acts for another. */
  readonly person?:
    | {
        readonly name?: string;
        readonly role: PersonRole;
        readonly unit?: string;
        readonly actsFor?: string;
      }
    | undefined;
  /** The role of an account that the page is drawn for, and the others that the person may change to. */
  readonly inUse?: string | undefined;
  readonly otherRoles?: readonly Actor[] | undefined;
  /** People sign in with accounts of this installation: who holds one sees it, and the way out, on every page. */
  readonly hasAccounts?: boolean | undefined;
  readonly banner?: Child;
  /** What the person who asks has just done, on the page that they were sent to. */
  readonly done?: Child;
  /** What everybody must know before they begin: at present that nothing can be saved. */
  readonly alert?: string | undefined;
  /** The reader is signed in for an emergency. */
  readonly isEmergency?: boolean | undefined;
  /** Records that this page leaves out because their rows do not parse. */
  readonly unreadable?: Unreadable | undefined;
  /** People of a list whose rows are older than their own pages, and since when something is due to them. */
  readonly behind?: { readonly count: number; readonly since: string } | undefined;
  /** How many differences in what is stored wait for a signature; undefined for who may not know, and where there is none. */
  readonly differences?: number | undefined;
  /** The last day with a signed head, and its check code, on prints. */
  readonly signed?: { readonly day: string; readonly code: string } | undefined;
  /** What the date boxes say of their days by; undefined where nobody is signed in. */
  readonly calendar?: WorkCalendar | undefined;
};
