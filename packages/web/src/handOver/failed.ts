import type { Refusal } from "@dunmiao/domain/refusal";

/** A form that was refused: what was typed, and why. */
export type Failed = { values: Readonly<Record<string, string>>; refusals: readonly Refusal[] };
