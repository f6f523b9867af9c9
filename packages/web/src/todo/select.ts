import type { Role } from "@dunmiao/domain/actor";
import { mayTry } from "@dunmiao/domain/permissions";
import { raw } from "hono/html";
import { escapeText } from "../ui/markup.ts";
import type { Column } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import type { TodoLine } from "./todoLine.ts";
import { whatOf } from "./whatOf.ts";

/** Who ticks, and whether all is ticked already (`?all=1`, for browsers without script). */
export type Ticking = { role: Role; ticked: ReadonlySet<TodoLine> };

/** What a tick sends for a todo; undefined where no batch of this role does it. */
export function itemOf(
  { what, whose, about, person, version, month }: TodoLine,
  role: Role,
): string | undefined {
  if (!mayTry({ role }, "act-on-todos")) return undefined;
  if (what === "warning" && mayTry({ role }, "acknowledge-warning")) return `${person.id}:${about}`;
  if (what === "report-in" && mayTry({ role }, "confirm-report-in")) return person.id;
  // A month is confirmed as the list had it: shown beside the box, and the version tells whether the ledger changed since.
  const isShownMonth = what === "file-form" && whose === "station" && month !== undefined;
  return isShownMonth && mayTry({ role }, "confirm-attendance")
    ? `${person.id}:${about}:${version}`
    : undefined;
}

/** The column of boxes; its heading is where the script puts the box that ticks them all. */
export function selectColumn<Row>(
  text: Text,
  caption: string,
  boxOf: (row: Row) => { todo: TodoLine; value: string; isTicked: boolean } | undefined,
): Column<Row> {
  const { selectAllOf, selectColumn: label } = text.todoPage;
  const all = escapeText(selectAllOf({ caption }));
  return {
    label: raw(`<span class="govuk-visually-hidden" data-select-all="${all}">${escapeText(label)}</span>`),
    cell: (row) => {
      const box = boxOf(row);
      if (!box) return "";
      const name = text.todoPage.select({ name: box.todo.person.name, todo: whatOf(text, box.todo) });
      return raw(
        `<input type="checkbox" name="item" value="${escapeText(box.value)}" aria-label="${escapeText(name)}"${box.isTicked ? " checked" : ""}>`,
      );
    },
  };
}
