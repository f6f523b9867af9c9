import type { PairScheme } from "@dunmiao/domain/pairScheme";
import type { Text } from "../ui/text.ts";

/** The name of a focus, a grade, … by the schemes that may hold it; one that none holds is its own key. */
export function namedKey(
  text: Text,
  key: string,
  lists: readonly (readonly { key: string; name: PairScheme["name"] }[])[],
): string {
  const found = lists.flat().find((each) => each.key === key);
  return found ? found.name[text.language] : key;
}
