import { raw } from "hono/html";
import type { Child, PropsWithChildren } from "hono/jsx";
import { formatNumber } from "./format.ts";
import { escapeText } from "./markup.ts";
import type { Text } from "./text.ts";

type DetailsProps = PropsWithChildren<{
  summary: string;
  id?: string | undefined;
  isOpen?: boolean | undefined;
  /** Part of what the page lists: on paper, where nobody opens anything, it stands open. */
  isPrinted?: boolean | undefined;
}>;

/** Text that opens on request. */
export function Details(props: DetailsProps) {
  const printed = props.isPrinted ? " dm-on-paper" : "";
  return (
    <details id={props.id} class={`govuk-details${printed}`} open={props.isOpen || undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{props.summary}</span>
      </summary>
      <div class="govuk-details__text">{props.children}</div>
    </details>
  );
}

const rowClass = "govuk-summary-list__row";

export type SummaryRow = {
  readonly label: string;
  readonly value: Child;
  readonly action?: { readonly href: string; readonly label: string } | undefined;
};

/** Facts as label and value; an action's link says what it changes. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const hasActions = rows.some((row) => row.action);
  return (
    <dl class="govuk-summary-list">
      {rows.map(({ label, value, action }) => (
        <div class={hasActions && !action ? `${rowClass} ${rowClass}--no-actions` : rowClass}>
          <dt class="govuk-summary-list__key">{label}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
          {action ? (
            <dd class="govuk-summary-list__actions">
              <a class="govuk-link" href={action.href}>
                {action.label}
                <span class="govuk-visually-hidden"> {label}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

type BannerProps = PropsWithChildren<{
  text: Text;
  kind: "success" | "important";
  title?: string | undefined;
  /** Where a page may have two: ids are unique. */
  id?: string | undefined;
}>;

/** What just happened, or what must be known first. */
export function NotificationBanner({
  text,
  kind,
  title,
  id = "govuk-notification-banner",
  children,
}: BannerProps) {
  const isSuccess = kind === "success";
  const block = "govuk-notification-banner";
  const landmark = {
    class: isSuccess ? `${block} ${block}--success` : block,
    role: isSuccess ? "alert" : "region",
    "aria-labelledby": `${id}-title`,
  } as const;
  return (
    <div {...landmark}>
      <div class={`${block}__header`}>
        <h2 class={`${block}__title`} id={`${id}-title`}>
          {title ?? (isSuccess ? text.common.success : text.common.important)}
        </h2>
      </div>
      <div class={`${block}__content`}>
        <p class={`${block}__heading`}>{children}</p>
      </div>
    </div>
  );
}

type ProgressProps = {
  text: Text;
  label: string;
  done: number;
  total: number;
  /** JSON with `status`, `done` and `total`, asked while the work runs; the page reloads once `status` changes. */
  live?: { readonly url: string; readonly status: string } | undefined;
};

/** Work in progress with its figures; without JavaScript the page offers Refresh. */
export function ProgressBar({ text, label, done, total, live }: ProgressProps) {
  return (
    <div class="dm-progress" data-progress-url={live?.url} data-progress-status={live?.status}>
      <label for="progress">{label}</label>
      <progress id="progress" max={total || 1} value={done} />
      <span data-progress-text>{text.form.progress({ done, total })}</span>
    </div>
  );
}

/** Nothing to show, and what would fill it. */
export function EmptyState({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <div class="dm-empty">
      <p class="dm-empty__title">{title}</p>
      {children ? <p>{children}</p> : null}
    </div>
  );
}

export type Figure = {
  readonly label: string;
  readonly value: number | string;
  readonly href?: string | undefined;
};

/** A row of figures; each opens the rows behind it. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <ul class="dm-figures">
      {figures.map(({ label, value, href }) => {
        const shown = typeof value === "number" ? formatNumber(value) : value;
        return (
          <li>
            {href ? (
              <a href={href}>
                <b>{shown}</b> {label}
              </a>
            ) : (
              <span>
                <b>{shown}</b> {label}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Marks a figure that touches a year without a published notice. */
export function provisionalMark(text: Text) {
  return raw(`<span class="dm-provisional">${escapeText(text.common.provisional)}</span>`);
}
