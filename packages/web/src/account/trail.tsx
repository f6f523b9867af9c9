import { accountEvents } from "@dunmiao/domain/account/events";
import type { Event } from "@dunmiao/domain/event";
import type { EventIn } from "@dunmiao/domain/eventType";
import type { FactName, Facts } from "@dunmiao/domain/readChange";
import { factsOf } from "../eventFacts.ts";
import { EventTable } from "../ui/eventTable.tsx";
import { formatInstant } from "../ui/format.ts";
import { nameOf } from "../ui/nameOf.ts";
import type { Text } from "../ui/text.ts";

type Change = EventIn<typeof accountEvents>["change"];
type Known<Name extends FactName<Change>> = Name;
/** The name stands above; the page calls a role by its name, not by its number. */
type Unsaid = Known<
  | "name"
  | "kind"
  | "emergency"
  | "assignment"
  | "because"
  | "identity"
  | "purpose"
  | "to"
  | "status"
  | "hasSecondFactor"
  | "with"
  | "delegation"
>;

/** Lines of an account's trail: opened, roles given and ended, links, suspensions. */
export function AccountTrail({ text, events }: { text: Text; events: readonly Event[] }) {
  return <EventTable text={text} events={events} line={(event) => eventLine(text, event)} />;
}

function eventLine(text: Text, event: Event): string {
  const { facts = {}, isWhole } = factsOf<Facts<Change>>(accountEvents, event);
  const { role, unit, access, from, to, reason, subject, issuer, until, note, delegate, holder } = facts;
  const { delegateIs, holderIs } = text.delegationPage;
  const said: Readonly<Record<Exclude<FactName<Change>, Unsaid>, string | undefined>> = {
    role: role && text.role[role],
    unit: unit?.name,
    access: access && text.machinePage.access[access],
    from:
      (from ?? to) &&
      (from && to
        ? text.common.range({ from, to })
        : from
          ? `${text.accountPage.from} ${from}`
          : `${text.accountPage.to} ${to}`),
    delegate: delegate && delegateIs({ name: personName(text, delegate) }),
    holder: holder && holderIs({ name: personName(text, holder) }),
    subject,
    issuer,
    until: until && `${text.emergencyPage.until} ${formatInstant(until)}`,
    note: note && `${text.emergencyPage.review} ${note}`,
    reason: reason && text.eventFact.reason({ reason }),
  };
  const unread = isWhole ? undefined : text.eventFact.unread;
  return [nameOf(text.eventType, event.type), ...Object.values(said), unread].filter(Boolean).join(" · ");
}

function personName(text: Text, { id, name }: { id: string; name: string }): string {
  return text.accountPage.one({ name, number: id });
}
