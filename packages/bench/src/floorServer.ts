import { createServer } from "node:http";
import { openStore } from "@dunmiao/store/engine/client";
import { getRequestListener } from "@hono/node-server";
import { floorApp, floorBodiesSchema } from "./floor.ts";

const bodies = floorBodiesSchema.parse(JSON.parse(process.env.FLOOR_BODIES ?? "{}"));
const app = floorApp(openStore({ tableName: process.env.TABLE_NAME ?? "" }), bodies);
const listener = getRequestListener(app.fetch);
const server = createServer((request, response) => void listener(request, response));
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(`ready http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
});
process.on("SIGTERM", () => process.exit(0));
