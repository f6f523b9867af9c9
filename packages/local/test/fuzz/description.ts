import * as z from "zod";
import type { Client } from "../../../web/test/app.ts";
import { type Schema, schemaSchema } from "./values.ts";

const operationSchema = z.object({
  parameters: z
    .array(
      z.object({ name: z.string().optional(), in: z.string().optional(), schema: schemaSchema.optional() }),
    )
    .default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: schemaSchema })) }).optional(),
});
const descriptionSchema = z.object({
  components: z.object({ schemas: z.record(z.string(), schemaSchema) }),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
});

/** Something that may be asked: `query` by name, `body` where JSON is taken, `isUpload` where a file is. */
export type Operation = {
  method: "GET" | "POST";
  path: string;
  query: Readonly<Record<string, Schema>>;
  body: Schema | undefined;
  isUpload: boolean;
};

/** What the product says of itself in `/openapi.json`: its operations, and the schemas that they share. */
export async function readDescription(client: Client) {
  const { components, paths } = descriptionSchema.parse(await (await client.get("/openapi.json")).json());
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters, requestBody }]): Operation => {
      const asked = parameters.filter((each) => each.in === "query");
      return {
        method: method === "get" ? "GET" : "POST",
        path,
        query: Object.fromEntries(asked.map(({ name = "", schema = {} }) => [name, schema])),
        body: requestBody?.content["application/json"]?.schema,
        isUpload: requestBody?.content["multipart/form-data"] !== undefined,
      };
    }),
  );
  return { operations, shared: components.schemas };
}
