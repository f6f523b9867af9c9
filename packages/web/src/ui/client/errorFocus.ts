/** Puts the focus on the error summary, as `autofocus` does where a browser honours it. */
export function focusErrorSummary(page: Document): void {
  page.querySelector<HTMLElement>(".govuk-error-summary")?.focus();
}
