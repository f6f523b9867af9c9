import type { PermittedAct } from "@dunmiao/domain/permissions";
import type * as z from "zod";

/** What a route reads, as it parses it. */
export type Reads = {
  query?: z.ZodType;
  body?: z.ZodType;
  /** A file with the fields of its form. */
  isUpload?: true;
};

/**
 * What a route says of itself: the act that its caller must be permitted, or that nobody needs to be signed in; and for
 * the API's description what it does, in a sentence.
 */
export type Stated = Reads & { act: PermittedAct | "everyone"; summary: string };

const stated = new WeakMap<object, Stated>();

/** The same handler, with what its route says of itself. */
export function stating<Handler extends object>(handler: Handler, says: Stated): Handler {
  stated.set(handler, says);
  return handler;
}

/** What a handler says of its route; undefined for one that is no permission. */
export function statedBy(handler: object): Stated | undefined {
  return stated.get(handler);
}

const framed = new WeakSet<object>();

/** The same handler, known as one that the frame of form routes runs (`formRoute.ts`). */
export function framing<Handler extends object>(handler: Handler): Handler {
  framed.add(handler);
  return handler;
}

/** Whether the frame of form routes runs a handler. */
export function isFramed(handler: object): boolean {
  return framed.has(handler);
}
