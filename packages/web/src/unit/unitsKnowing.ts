import type { Units } from "@dunmiao/store/unit";
import type { WebDeps } from "../deps.ts";

/** Units are held for a minute; one that was created meanwhile, such as by an import, is read at once. */
export async function unitsKnowing({ units }: Pick<WebDeps, "units">, code: string): Promise<Units> {
  const held = await units.current();
  return held.has(code) ? held : units.refresh();
}
