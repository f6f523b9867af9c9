import type { Officer } from "@dunmiao/domain/officer";
import type { Context } from "hono";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { officerHref } from "./show.tsx";
import { correctionView } from "./view.ts";

/** What an act on the facts of a person is answered. */
export function toldAs(status: 200 | 201): Told<Officer> {
  return { status, location: ({ id }) => `${officerHref(id)}#corrections`, body: correctionView };
}

/** The units of the moment; read anew where one that was asked for is not among them yet. */
export async function currentUnits(c: Context<WebEnv>, code?: string) {
  const { units } = c.var.deps;
  const current = await units.current();
  return code === undefined || current.has(code) ? current : units.refresh();
}
