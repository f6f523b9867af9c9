import * as z from "zod";

/** Query of the inbox; `cursor` is what the page before answered. */
export const notificationsQuery = z.object({ cursor: z.string().min(1).max(200).optional() });
