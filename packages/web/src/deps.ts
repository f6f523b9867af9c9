import type { Actor } from "@dunmiao/domain/actor";
import type { Backups } from "@dunmiao/domain/backup";
import type { Opening } from "@dunmiao/domain/opening";
import type { PermittedAct } from "@dunmiao/domain/permissions";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import type { CohortRow } from "@dunmiao/store/cohort";
import type { Cached } from "@dunmiao/store/engine/cached";
import type { Store } from "@dunmiao/store/engine/client";
import type { Outage } from "@dunmiao/store/engine/outage";
import type { Unreadable } from "@dunmiao/store/engine/unreadable";
import type { Units } from "@dunmiao/store/unit";
import type { Child } from "hono/jsx";
import type { MachineDoor } from "./machine/door.ts";
import type { OpeningNotes } from "./openingNotes.ts";
import type { Assets } from "./ui/assets.ts";
import type { Language, Text } from "./ui/text.ts";

/** What costs much more than a page: files and prints, the best assignment of pairs, reading a list that was uploaded. */
export type Costly = "file" | "matching" | "check";

export type ExportFile = { url: string } | { bytes: number; body: ReadableStream };

/** What the host gives the app: on AWS the Lambda entry, on one machine the local server. */
export type WebDeps = {
  readonly store: Store;
  readonly calendar: Cached<WorkCalendar>;
  readonly units: Cached<Units>;
  readonly cohorts: Cached<CohortRow[]>;
  readonly clock: {
    /** Asia/Shanghai calendar date. */
    readonly today: () => string;
    /** ISO instant. */
    readonly now: () => string;
  };
  readonly assets: Assets;
  readonly bureau: string;
  /** Languages on offer, the first for a new visitor; all of them unless told. */
  readonly languages?: readonly Language[];
  /** Name of the session cookie; `__Host-…` wherever the site is served over TLS. */
  readonly sessionCookie: string;
  /** The address under which people come here (`https://…`), where it is not the one that requests name. */
  readonly origin?: string;
  /** To whom weaknesses are reported: an address that begins with mailto:, https: or tel: (RFC 9116). */
  readonly securityContact?: string;
  /** Whether there is an administrator; where the host says no, nothing is served but the way to become one. */
  readonly isSetUp?: () => boolean | Promise<boolean>;
  /** Backups, where the host takes them. */
  readonly backups?: () => Backups;
  /** Where programs come in by token; without it a token is as if it were not there. */
  readonly machines?: MachineDoor;
  /** People sign in with accounts of this installation, which have pages of their own. */
  readonly hasAccounts?: boolean;
  /**
   * The file of an audit export: an address that holds for an hour, or its bytes; undefined where it is not kept (any more).
   */
  readonly exportFile?: (id: string) => Promise<ExportFile | undefined>;
  /** How often one person may use what costs much within ten minutes, where it is not the usual (`rate.ts`). */
  readonly uses?: Partial<Record<Costly, number>>;
  /** Where somebody who is not signed in is sent. */
  readonly signInUrl: string;
  /** Whether everything behind the app serves. */
  readonly isReady: () => Promise<boolean>;
  /** Why the store cannot serve just now, where the host knows without asking; everything is asked of the store unless told. */
  readonly outage?: () => Outage | undefined;
  /** Takes notes of opened files; a host that ends, or stops between requests, has them written before. */
  readonly openings: OpeningNotes;
  /** A band under the header that the host may fill. */
  readonly banner?: (page: { text: Text; url: string; actor: Actor | undefined; today: string }) => Child;
};

/** What the middleware puts into every request. */
type Variables = {
  deps: WebDeps;
  text: Text;
  today: string;
  actor: Actor | undefined;
  /** The same person in each other role of their account; undefined where nobody is signed in. */
  otherRoles?: readonly Actor[] | undefined;
  /** For the date boxes of a page; undefined for programs and where nobody is signed in. */
  calendar: WorkCalendar | undefined;
  requestId: string;
  /** What this person did just before they were sent to the page. */
  done?: Child | undefined;
  /** Rows of lists that this answer leaves out because they do not parse; filled while it is made. */
  unreadable?: Unreadable;
  /** Differences in what is stored that wait for a signature, for who may know. */
  differences?: number | undefined;
  /** People of a list whose rows are older than their own pages. */
  behind?: Behind;
  /** Files of people that the answer shows; filled while it is made. */
  opened?: OpenedFile[];
  /** Set by `allow`: the route has stated who may call it. */
  isPermitted: boolean;
  /** The act that it states. */
  act?: PermittedAct;
  /** The tables of the page are wanted as a file: every row of a list instead of one page of them. */
  isWhole?: boolean | undefined;
};

/** People whose rows were read for a page and are older than their own pages: how many, and since when something is due. */
export type Behind = { readonly count: number; readonly since: string };

/** Somebody's file that an answer shows: under which numbers the person is on file, what of it, and why it may be shown. */
export type OpenedFile = { serviceNumber: string; numbers: readonly string[] } & Pick<Opening, "of" | "why">;

/**
 * `handed`: what the app that was asked gives to the routes that it loads later; `address`: where a request comes from, as
 * far as the host knows.
 */
export type WebEnv = { Variables: Variables; Bindings: { handed?: Variables; address?: string } };
