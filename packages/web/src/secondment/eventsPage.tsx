import type { Event } from "@dunmiao/domain/event";
import type { Scheme } from "@dunmiao/domain/scheme";
import type { Secondment } from "@dunmiao/domain/secondment";
import { type Chrome, Layout } from "../ui/layout.tsx";
import { Pager } from "../ui/lists.tsx";
import { Trail } from "./trail.tsx";

type Props = {
  chrome: Chrome;
  record: Secondment;
  scheme: Scheme;
  events: readonly Event[];
  next: number | undefined;
};

/** The whole trail of one secondment, oldest line first, 100 a page. */
export function EventsPage({ chrome, record, scheme, events, next }: Props) {
  const { text } = chrome;
  const { name, serviceNumber } = record.officer;
  const url = `/secondments/${record.id}`;
  return (
    <Layout
      chrome={chrome}
      title={text.secondmentPage.trail}
      caption={`${name} · ${serviceNumber}`}
      section="secondments"
      back={{ href: url, label: `${name} ${serviceNumber}` }}
    >
      <Trail text={text} events={events} scheme={scheme} isWhole />
      <Pager text={text} next={next === undefined ? undefined : `${url}/events?cursor=${next}`} />
    </Layout>
  );
}
