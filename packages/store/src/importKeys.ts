import { digits, type Key, partitionOf } from "./engine/keys.ts";

export const chunkPrefix = "CHUNK#";
/** Before `EVENT#`, so that a record, its flag and its newest events are neighbours however many outcomes there are. */
export const outcomePrefix = "CHUNK-OUTCOME#";
export const problemsPrefix = "CHUNK-PROBLEMS#";
export const questionsPrefix = "CHUNK-QUESTIONS#";
export const understoodSort = "CHUNK-UNDERSTOOD";
export const movesPrefix = `${understoodSort}#`;

/** Rows of an import, chunk n counted from 1. */
export function chunkKey(importId: string, chunk: number): Key {
  return { pk: partitionOf("import", importId), sk: `${chunkPrefix}${digits(chunk, 4)}` };
}

/** What became of the rows of chunk n. */
export function chunkOutcomeKey(importId: string, chunk: number): Key {
  return { pk: partitionOf("import", importId), sk: `${outcomePrefix}${digits(chunk, 4)}` };
}

/** Problems that the dry run of an import found, part n counted from 1. */
export function problemsKey(importId: string, part: number): Key {
  return { pk: partitionOf("import", importId), sk: `${problemsPrefix}${digits(part, 4)}` };
}

/** Rows of an import that a person decides, part n counted from 1. */
export function questionsKey(importId: string, part: number): Key {
  return { pk: partitionOf("import", importId), sk: `${questionsPrefix}${digits(part, 4)}` };
}

/** People whom a checked file moves, part n counted from 1, behind what the file was understood to say. */
export function movesKey(importId: string, part: number): Key {
  return { pk: partitionOf("import", importId), sk: `${movesPrefix}${digits(part, 4)}` };
}

/** What a checked file was understood to say, and what in it was not read. */
export function understoodKey(importId: string): Key {
  return { pk: partitionOf("import", importId), sk: understoodSort };
}
