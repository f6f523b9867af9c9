import { createHmac, timingSafeEqual } from "node:crypto";
import type { Actor } from "@dunmiao/domain/actor";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { cursorSecret } from "@dunmiao/store/cursorSecret";
import type { Context } from "hono";
import * as z from "zod";
import { actorOf } from "./access.ts";
import type { WebEnv } from "./deps.ts";

/** What a list is asked for beside the place in it. */
type Asked = Readonly<Record<string, string | undefined>>;

/** The place in a list as an answer named it before; it holds for the same person, role, list and filters. */
export const cursorSchema = z.string().max(300);

/** The cursor of a place in the list that the request asks for. */
export async function cursorAt(
  c: Context<WebEnv>,
  place: string | number,
  asked: Asked = {},
): Promise<string> {
  const list = { actor: actorOf(c), path: c.req.path, asked };
  return signed(String(place), list, await cursorSecret(c.var.deps.store));
}

/** Whose list it is, where, and what it is asked for. */
type List = { actor: Pick<Actor, "id" | "role" | "unit" | "actsFor">; path: string; asked: Asked };

/** A place in a list with a signature (HMAC-SHA256) over both. */
export function signed(place: string, { actor, path, asked }: List, secret: string): string {
  const { id, role, unit, actsFor } = actor;
  const filters = Object.entries(asked)
    .filter(([name, value]) => name !== "cursor" && value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  const bound = JSON.stringify([id, role, unit, actsFor?.id, path, filters, place]);
  const hash = createHmac("sha256", secret).update(bound).digest("base64url");
  return `${place}.${hash.slice(0, signatureLength)}`;
}
/** Characters of six bits: 132 bits. */
const signatureLength = 22;

/** The place that the request's cursor names; undefined for the first page. Refuses `cursor-of-another-list`. */
export async function placeAsked(
  c: Context<WebEnv>,
  asked: Asked = {},
): Promise<Outcome<string | undefined>> {
  const sent = c.req.query("cursor")?.trim();
  if (!sent) return accept(undefined);
  const place = sent.slice(0, -signatureLength - 1);
  return isSame(sent, await cursorAt(c, place, asked))
    ? accept(place)
    : refuse("cursor-of-another-list", "cursor");
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}

/** Rows that a page of a list shows at most. */
export const pageRows = 50;

/** A page of rows that are in order: how many stand before it, and the cursors of the pages beside it, empty for the first. */
export type Page<Row> = { items: readonly Row[]; start: number; previous?: string; next?: string };

/** The page that the request asks for, or every row where the whole list is wanted. Refuses `cursor-of-another-list`. */
export async function pageAsked<Row>(
  c: Context<WebEnv>,
  rows: readonly Row[],
  asked: Asked,
): Promise<Outcome<Page<Row>>> {
  if (c.var.isWhole) return accept({ items: rows, start: 0 });
  const place = await placeAsked(c, asked);
  if (!place.ok) return place;
  const start = Number(place.value ?? 0);
  const end = start + pageRows;
  return accept({
    items: rows.slice(start, end),
    start,
    ...(start > 0 && { previous: start > pageRows ? await cursorAt(c, start - pageRows, asked) : "" }),
    ...(end < rows.length && { next: await cursorAt(c, end, asked) }),
  });
}

/** The address of the first page of a list: of others only whoever was given their cursor is shown them. */
export function firstPageOf(url: string): string {
  const { pathname, searchParams } = new URL(url, "http://page");
  searchParams.delete("cursor");
  return searchParams.size === 0 ? pathname : `${pathname}?${searchParams.toString()}`;
}
