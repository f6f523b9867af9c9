import * as z from "zod";
import { cursorSchema } from "../cursor.ts";

/** Query of the inbox. */
export const notificationsQuery = z.object({ cursor: cursorSchema.optional() });
