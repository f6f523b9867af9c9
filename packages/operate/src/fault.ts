/** `kind` and `id` of a record, or of a claim, a row among people or the calendar, which have no version. */
export type Fault = { kind: string; id: string; version?: number; fault: string };
