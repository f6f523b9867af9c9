/** Puts a box into the heading of a column of boxes that ticks them all; it follows what is ticked one by one. */
export function selectAll(heading: HTMLElement): void {
  const table = heading.closest("table");
  if (!table) return;
  const boxes = () => [...table.querySelectorAll<HTMLInputElement>("tbody input[type=checkbox]")];
  const all = document.createElement("input");
  all.type = "checkbox";
  all.setAttribute("aria-label", heading.dataset.selectAll ?? "");
  const follow = () => {
    const ticked = boxes().filter((box) => box.checked).length;
    all.checked = ticked > 0 && ticked === boxes().length;
    all.indeterminate = ticked > 0 && !all.checked;
  };
  all.addEventListener("change", () => {
    for (const box of boxes()) box.checked = all.checked;
  });
  table.tBodies[0]?.addEventListener("change", follow);
  follow();
  heading.replaceWith(all);
}
