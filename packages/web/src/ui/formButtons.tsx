import type { PropsWithChildren } from "hono/jsx";
import { ButtonGroup, LinkButton } from "./button.tsx";
import type { Text } from "./text.ts";

/** The buttons at the end of a form, and the way back that leaves everything as it was. */
export function FormButtons({ text, back, children }: PropsWithChildren<{ text: Text; back: string }>) {
  return (
    <ButtonGroup>
      {children}
      <LinkButton kind="secondary" href={back}>
        {text.common.cancel}
      </LinkButton>
    </ButtonGroup>
  );
}
