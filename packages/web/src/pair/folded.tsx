import type { PropsWithChildren } from "hono/jsx";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { PostForm } from "../ui/form.tsx";
import { Details } from "../ui/pieces.tsx";
import type { FormProps } from "./failed.ts";
import type { PairForm } from "./pairAct.ts";

type Props = PropsWithChildren<{ of: FormProps; form: Exclude<PairForm, "decision"> }>;

/** A form under its heading; open where it was sent and refused. */
export function Folded({ of, form, children }: Props) {
  const { text, pair, failed } = of;
  return (
    <Details summary={text.pairPage.act[form]} isOpen={failed?.form === form}>
      <PostForm action={`/pairs/${pair.id}/${form}`} idempotencyKey={formKey()}>
        {children}
        <Button>{text.common.submit}</Button>
      </PostForm>
    </Details>
  );
}
