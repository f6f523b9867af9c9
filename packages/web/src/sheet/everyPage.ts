type Page<Item, Cursor> = { items: Item[]; next?: Cursor | undefined };

/** One page of a list, or page after page to its end where the whole list is wanted. */
export async function everyPage<Item, Cursor>(
  read: (cursor: Cursor | undefined) => Promise<Page<Item, Cursor>>,
  { from, isWhole }: { from: Cursor | undefined; isWhole: boolean | undefined },
): Promise<Page<Item, Cursor>> {
  const first = await read(from);
  if (!isWhole) return first;
  const items = [...first.items];
  for (let { next } = first; next !== undefined; ) {
    const page = await read(next);
    items.push(...page.items);
    next = page.next;
  }
  return { items };
}
