import type { ListedPair } from "./list.ts";
import type { PairTask } from "./tasks.ts";

/** A task as JSON, with the page on which it is done. */
export function taskView({ pair, ...task }: PairTask) {
  const person = ([serviceNumber, name]: ListedPair["mentor"]) => ({ serviceNumber, name });
  return {
    ...task,
    pair: pair.id,
    mentor: person(pair.mentor),
    apprentice: person(pair.apprentice),
    href: `/pairs/${pair.id}`,
  };
}
