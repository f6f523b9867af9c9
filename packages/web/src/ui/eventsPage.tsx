import type { PropsWithChildren } from "hono/jsx";
import type { Chrome } from "./chrome.ts";
import { Layout } from "./layout.tsx";
import { Pager } from "./lists.tsx";
import type { Section } from "./navigation.ts";

type Props = PropsWithChildren<{
  chrome: Chrome;
  section: Section;
  caption: string;
  /** The page of the record. */
  back: { href: string; label: string };
  /** The cursor of the next page. */
  next: string | undefined;
}>;

/** The whole trail of one record, oldest line first, 100 a page. */
export function EventsPage({ chrome, section, caption, back, next, children }: Props) {
  const { text } = chrome;
  return (
    <Layout chrome={chrome} title={text.secondmentPage.trail} caption={caption} section={section} back={back}>
      {children}
      <Pager
        text={text}
        url={chrome.url}
        next={next === undefined ? undefined : `${back.href}/events?cursor=${next}`}
      />
    </Layout>
  );
}
