import { rolesOf } from "@dunmiao/domain/permissions";
import type { Hono } from "hono";
import * as z from "zod";
import type { WebEnv } from "../deps.ts";
import { everydayRoutes } from "../everydayRoutes.ts";
import { laterRoutes } from "../laterRoutes.ts";
import { type Stated, statedBy } from "../stated.ts";
import { shareSchemas } from "./sharedSchemas.ts";

/** Who may call a route, as the table of permissions says of its act. */
export type Permission = readonly string[] | "everyone";
export type StatedRoute = Partial<Stated> & {
  method: string;
  path: string;
  permission: Permission | undefined;
};

/** Every route of the product with the permission that it states; assets and the host's own routes are not in it. */
export function statedRoutes(app: Hono<WebEnv>): StatedRoute[] {
  const byRoute = new Map<string, StatedRoute>();
  for (const { method, path, handler } of [
    ...app.routes,
    ...everydayRoutes().routes,
    ...laterRoutes().routes,
  ]) {
    if (method === "ALL" || path.startsWith("/assets/")) continue;
    const name = `${method} ${path}`;
    const stated = statedBy(handler);
    if (stated || !byRoute.has(name))
      byRoute.set(name, { method, path, ...stated, permission: permissionOf(stated?.act) });
  }
  return [...byRoute.values()];
}

/** The OpenAPI 3.1 description: one operation per route, bodies from the schemas that parse them. */
export function openApi(app: Hono<WebEnv>): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of statedRoutes(app)) {
    const path = route.path.replace(/:([A-Za-z]+)/g, "{$1}");
    const described = describe(route);
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: described };
  }
  const shared = shareSchemas(paths);
  return {
    openapi: "3.1.0",
    info: {
      title: "Dunmiao 墩苗",
      version: "1",
      description: "Every route answers HTML to a browser and JSON otherwise.",
    },
    security: [{ session: [] }, { machine: [] }],
    components: {
      securitySchemes,
      schemas: { Problem: problem, ...shared.schemas },
      responses,
      parameters,
    },
    paths: shared.paths,
  };
}

function permissionOf(act: Stated["act"] | undefined): Permission | undefined {
  return act === undefined || act === "everyone" ? act : rolesOf(act);
}

function describe({ method, path, permission, summary, query, body, isUpload }: StatedRoute): object {
  const inPath = [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) =>
    name === "id" ? { $ref: "#/components/parameters/id" } : { ...parameters.id, name },
  );
  const key = method === "POST" ? [{ $ref: "#/components/parameters/idempotencyKey" }] : [];
  return {
    summary,
    "x-roles": permission ?? [],
    parameters: [...inPath, ...(query ? queryParameters(query) : []), ...key],
    ...(body && { requestBody: { content: { "application/json": { schema: schemaOf(body) } } } }),
    ...(isUpload && { requestBody: { content: { "multipart/form-data": { schema: uploadSchema } } } }),
    responses: {
      "200": { $ref: "#/components/responses/Done" },
      "4XX": { $ref: "#/components/responses/Refused" },
    },
  };
}

function queryParameters(query: z.ZodType): object[] {
  const { properties = {}, required = [] } = z
    .object({
      properties: z.record(z.string(), z.unknown()).optional(),
      required: z.array(z.string()).optional(),
    })
    .parse(schemaOf(query));
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

function schemaOf(schema: z.ZodType): unknown {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return described;
}

/** The fields of an upload: the file or what was pasted of one, and the headings that it is to be read without, once for each. */
const uploadSchema = {
  type: "object",
  properties: {
    file: { type: "string", format: "binary" },
    pasted: { type: "string" },
    leaveOut: { type: "array", items: { type: "string", maxLength: 200 }, maxItems: 100 },
    idempotencyKey: { type: "string" },
  },
};
/** The name of the cookie is the host's: `__Host-dunmiao` wherever the site is encrypted. */
const securitySchemes = {
  session: { type: "apiKey", in: "cookie", name: "__Host-dunmiao" },
  machine: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
};
const parameters = {
  id: { name: "id", in: "path", required: true, schema: { type: "string" } },
  idempotencyKey: { name: "Idempotency-Key", in: "header", schema: { type: "string" } },
};
const responses = {
  Done: { description: "Done" },
  Refused: {
    description: "Refused",
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  },
};
const problem = {
  type: "object",
  required: ["type", "title", "status", "code", "errors"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    instance: { type: "string" },
    params: { type: "object" },
    errors: {
      type: "array",
      items: {
        type: "object",
        properties: { pointer: { type: "string" }, code: { type: "string" }, message: { type: "string" } },
      },
    },
  },
};
