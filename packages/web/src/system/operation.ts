import type * as z from "zod";

/** What the API's description says of a route beside its permission; a test holds the list against the app. */
export type Operation = {
  method: "GET" | "POST";
  /** As the app registers it: `/secondments/:id`. */
  path: string;
  summary: string;
  query?: z.ZodType;
  body?: z.ZodType;
  isUpload?: true;
};

export function post(path: string, summary: string, body?: z.ZodType): Operation {
  return { method: "POST", path, summary, ...(body && { body }) };
}
