/** An expected "no": a stable kebab-case code, the field it belongs to (a path such as `evidence.number`), figures for its sentence. */
export type Refusal = {
  readonly code: string;
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
};
export type Refused = { readonly ok: false; readonly refusals: readonly Refusal[] };
/** What a rule answers: a value, or why not. Exceptions are kept for bugs and outages. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | Refused;

/** The rule allows it. */
export function accept<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** The rule says no, for one reason. */
export function refuse(code: string, field?: string, params?: Refusal["params"]): Refused {
  return { ok: false, refusals: [{ code, ...(field && { field }), ...(params && { params }) }] };
}
