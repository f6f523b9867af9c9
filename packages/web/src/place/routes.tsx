import { mayTry } from "@dunmiao/domain/permissions";
import type { Refusal } from "@dunmiao/domain/refusal";
import { listPlaces } from "@dunmiao/store/place";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { actingOf } from "../acting.ts";
import type { WebEnv } from "../deps.ts";
import { bodyOf, mountForm } from "../formRoute.ts";
import { chromeOf } from "../page.tsx";
import { statusOf } from "../problem.tsx";
import { lineMessages } from "../ui/lineMessages.ts";
import { wantsHtml } from "../wants.ts";
import { placesBody, placesForm } from "./form.ts";
import { PlacesFormPage, PlacesPage } from "./pages.tsx";
import { type SavedPlaces, savePlaces } from "./save.ts";

/** Places of concurrent posts: list, and lines that bring it up to date. */
export function placeRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/places", allow("read-places", "Schools, communities, streets and grids of the list"), (c) =>
    showPlaces(c, undefined),
  );
  app.get("/places/new", allow("keep-places", "Form that puts places on the list"), (c) =>
    showForm(c, {}, []),
  );
  mountForm(app, {
    path: "/places",
    permission: "keep-places",
    summary: "Put places on the list, or bring them up to date; the same again changes nothing",
    reader: bodyOf(placesForm, { body: placesBody }),
    work: async (c, { input }) => {
      const saved = await savePlaces(actingOf(c), input.places, await c.var.deps.units.refresh());
      if (!saved.ok) return saved;
      return wantsHtml(c) ? showPlaces(c, saved.value) : c.json(saved.value);
    },
    show: (c, { values, refusals }) => showForm(c, values, refusals),
  });
  return app;
}

async function showPlaces(c: Context<WebEnv>, saved: SavedPlaces | undefined) {
  const { deps } = c.var;
  const places = await listPlaces(deps.store);
  if (!wantsHtml(c)) return c.json({ items: places });
  const mayKeep = mayTry(actorOf(c), "keep-places");
  const props = { chrome: chromeOf(c), places, units: await deps.units.current(), mayKeep, saved };
  return c.html(<PlacesPage {...props} />);
}

function showForm(
  c: Context<WebEnv>,
  values: Readonly<Record<string, string>>,
  refusals: readonly Refusal[],
) {
  const { kind, placeCode: code, placeName: name, placeUnit: unit } = c.var.text.postPage;
  const errors = lineMessages(c.var.text, refusals, { kind, code, name, unit });
  const props = { chrome: chromeOf(c), values, errors };
  return c.html(<PlacesFormPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}
