/** The results for this many are held: whoever works on a case opens its pages one after the other. */
const mostHeld = 16;

type Held<With, T> = { readonly given: With; readonly value: T };

/**
 * The same function, which is not run again for the same object (a record that was read before is the same object) while
 * everything else that it is given is the same, too. Only for pure functions whose results nobody changes. The results
 * for those that were asked for longest ago are forgotten.
 */
export function remembered<Of extends object, With extends readonly unknown[], T>(
  compute: (of: Of, ...given: With) => T,
): (of: Of, ...given: With) => T {
  const held = new Map<Of, Held<With, T>>();
  return (of, ...given) => {
    const before = held.get(of);
    const isSame = before?.given.every((each, at) => each === given[at]);
    const now = before && isSame ? before : { given, value: compute(of, ...given) };
    held.delete(of);
    held.set(of, now);
    for (const oldest of held.keys()) {
      if (held.size <= mostHeld) break;
      held.delete(oldest);
    }
    return now.value;
  };
}
