import * as z from "zod";
import { cursorSchema } from "./cursor.ts";

export const eventsQuerySchema = z.object({ cursor: cursorSchema.optional() });
