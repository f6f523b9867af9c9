import { EmptyState } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";

/** Nobody to show, and what would change that: an import, or somebody of one's own unit in the cohort. */
export function Nobody({ text, isWhole }: { text: Text; isWhole: boolean }) {
  const words = text.overviewPage;
  return isWhole ? (
    <EmptyState title={words.nobody}>{words.nobodyHelp}</EmptyState>
  ) : (
    <EmptyState title={words.nobodyHere}>{words.nobodyHereHelp}</EmptyState>
  );
}
