import type { Actor } from "@dunmiao/domain/actor";
import type { Pair } from "@dunmiao/domain/pair";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import type { Refused } from "../ui/oneOfForms.ts";
import { bindOneOf } from "../ui/oneOfForms.ts";
import type { Text } from "../ui/text.ts";
import type { PairForm } from "./pairAct.ts";

/** The form of the page that was sent and refused. */
export type FailedForm = Refused & { form: PairForm };
/** What every form of the page stands on. */
export type FormProps = {
  text: Text;
  today: string;
  actor: Actor;
  pair: Pair;
  scheme: PairScheme;
  failed: FailedForm | undefined;
};

/** Binds the fields of one form, with what was sent of it. */
export function bindForm(
  { text, failed }: Pick<FormProps, "text" | "failed">,
  form: PairForm,
  defaults: Readonly<Record<string, string>> = {},
) {
  return bindOneOf(text, form, failed?.form === form ? failed : undefined, defaults);
}
