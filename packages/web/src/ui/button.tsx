import type { PropsWithChildren } from "hono/jsx";

type Kind = "primary" | "secondary" | "warning";

function buttonClass(kind: Kind | undefined): string {
  return kind === undefined || kind === "primary" ? "govuk-button" : `govuk-button govuk-button--${kind}`;
}

type ButtonProps = PropsWithChildren<{
  kind?: Kind | undefined;
  name?: string | undefined;
  value?: string | undefined;
  /** Sends the form elsewhere, such as to its preview. */
  formaction?: string | undefined;
}>;

/** A button that sends its form. Never disabled: the server answers why not. */
export function Button({ kind, name, value, formaction, children }: ButtonProps) {
  return (
    <button type="submit" name={name} value={value} class={buttonClass(kind)} formaction={formaction}>
      {children}
    </button>
  );
}

/** A link to a page that starts something, in the shape of a button; it stays a link for assistive technology. */
export function LinkButton({ kind, href, children }: PropsWithChildren<{ kind?: Kind; href: string }>) {
  return (
    <a href={href} class={buttonClass(kind)}>
      {children}
    </a>
  );
}

/** Buttons in one row. */
export function ButtonGroup({ children }: PropsWithChildren<unknown>) {
  return <div class="govuk-button-group">{children}</div>;
}
