import type { PairScheme } from "@dunmiao/domain/pairScheme";
import { nameKey } from "@dunmiao/domain/plainText";
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

/** The focus of a scheme that a person names: by its key, or by its name in either language. */
export function focusKey(named: string, { focuses }: PairScheme): string | undefined {
  const wanted = nameKey(named);
  const means = ({ key, name }: PairScheme["focuses"][number]) =>
    [key, ...Object.values(name)].some((each) => nameKey(each) === wanted);
  return focuses.find(means)?.key;
}
