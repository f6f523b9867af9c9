/** One thing that is done to a record without anyone's act, and the first date on which it must be done. */
export type DatedStep = { readonly step: string; readonly on: string };

/**
 * The first by date, so that late sweeps do first what punctual ones had done by then: the ordinary path goes as far
 * as the day on which a review opens, and of one day the ordinary path goes first.
 */
export function earliest<S extends DatedStep>(steps: readonly S[]): S | undefined {
  return steps.reduce<S | undefined>(
    (first, each) => (first && first.on <= each.on ? first : each),
    undefined,
  );
}
