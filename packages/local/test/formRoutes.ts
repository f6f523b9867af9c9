import * as z from "zod";
import type { Client } from "../../web/test/app.ts";

const schemaSchema = z.looseObject({
  $ref: z.string().optional(),
  required: z.array(z.string()).default([]),
});
const contentSchema = z.record(z.string(), z.object({ schema: schemaSchema }));
const descriptionSchema = z.object({
  components: z.object({ schemas: z.record(z.string(), schemaSchema) }),
  paths: z.record(
    z.string(),
    z.object({
      post: z.object({ requestBody: z.object({ content: contentSchema }).optional() }).optional(),
    }),
  ),
});

/** By route, the members of its body without which it refuses whatever else is sent. */
export type FormRoutes = ReadonlyMap<string, readonly string[]>;

/** The routes that take a body, by the product's own description of them. */
export async function formRoutes(client: Client): Promise<FormRoutes> {
  const description = descriptionSchema.parse(await (await client.get("/openapi.json")).json());
  const routes = new Map<string, readonly string[]>();
  for (const [path, { post }] of Object.entries(description.paths)) {
    const [body] = Object.values(post?.requestBody?.content ?? {});
    if (!body) continue;
    const shared = body.schema.$ref?.replace("#/components/schemas/", "");
    const schema = shared === undefined ? body.schema : description.components.schemas[shared];
    routes.set(path, schema?.required ?? []);
  }
  return routes;
}

/** The route that an address belongs to; undefined for one that takes no body. */
export function routeOf(routes: FormRoutes, address: string): string | undefined {
  const path = address.replace(/\?.*/, "");
  return [...routes.keys()].find((route) =>
    new RegExp(`^${route.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path),
  );
}
