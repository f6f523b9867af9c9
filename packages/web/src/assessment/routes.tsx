import { Hono } from "hono";
import type { WebEnv } from "../deps.ts";
import { decisionRoutes } from "./decisionRoutes.tsx";
import { fileRoutes } from "./fileRoutes.tsx";

/** Forms of checkpoints: write, keep as a draft, check, submit; read, send back, accept. */
export function assessmentRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  fileRoutes(app);
  decisionRoutes(app);
  return app;
}
