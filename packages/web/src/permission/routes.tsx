import { Hono } from "hono";
import { allow } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { wantsHtml } from "../wants.ts";
import { PermissionPage } from "./page.tsx";
import { permissionRows } from "./rows.ts";

/** The table of permissions as a page and as JSON. */
export function permissionRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get(
    "/permissions",
    allow("read-permissions", "Who may do what: every act, and for each role to whose files"),
    (c) => {
      const rows = permissionRows();
      if (!wantsHtml(c)) return c.json({ items: rows });
      return c.html(<PermissionPage chrome={chromeOf(c)} rows={rows} />);
    },
  );
  return app;
}
