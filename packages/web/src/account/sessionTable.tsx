import type { SignedIn } from "@dunmiao/store/signedIn";
import { formatInstant } from "../ui/format.ts";
import { type Column, DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";

type Props = { text: Text; sessions: readonly SignedIn[]; more?: readonly Column<SignedIn>[] };

/** Sessions that run: since when, when last used, with which browser. */
export function SessionTable({ text, sessions, more = [] }: Props) {
  const words = text.accountPage;
  const at = (seconds: number) => formatInstant(new Date(seconds * 1000).toISOString());
  return (
    <DenseTable
      text={text}
      caption={words.sessions}
      rows={sessions}
      columns={[
        { label: words.since, kind: "date", cell: ({ since }) => at(since) },
        { label: words.seen, kind: "date", cell: ({ seen }) => at(seen) },
        { label: words.device, cell: ({ device }) => device },
        ...more,
      ]}
    />
  );
}
