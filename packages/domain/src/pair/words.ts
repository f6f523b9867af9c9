import * as z from "zod";

/** What somebody writes about a pair: beside the record, by its SHA-256 in it. */
export const wordsSchema = z.string().trim().min(1).max(1000);
/** The names of such texts, as keys carry them; an activity has its own. */
export const pairTextNames = { midTerm: "MID-TERM", statement: "STATEMENT", objection: "OBJECTION" } as const;
