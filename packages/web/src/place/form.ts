import { placeInputSchema } from "@dunmiao/domain/place";
import * as z from "zod";
import { placesOf } from "./lines.ts";

/** As many lines as a district has schools, communities and grids. */
const mostPlaces = 1_000;

/** Body that puts places on the list; a form sends them as lines of a box. */
export const placesBody = z.object({ places: z.array(placeInputSchema).min(1).max(mostPlaces) });
export const placesForm = z.object({ places: z.preprocess(placesOf, placesBody.shape.places) });
