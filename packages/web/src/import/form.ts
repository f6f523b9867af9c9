import * as z from "zod";

const heading = z.string().max(200, "too-long");
const headings = z.union([heading.transform((one) => [one]), z.array(heading).max(100)]);

/** Headings of the file that may mean a column of the list and are left out all the same; a form sends one as a text. */
export const leaveOutForm = z.object({ leaveOut: headings.default([]) });
