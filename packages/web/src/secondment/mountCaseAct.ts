import type { CaseAct } from "@dunmiao/domain/caseAct";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { Hono } from "hono";
import { type Act, mountAct } from "../act.ts";
import type { WebEnv } from "../deps.ts";
import { changeInScope } from "./change.ts";

/** What of an act its noun does not say for all of them. */
export type Posted<Input> = Pick<Act<Input, Secondment>, "form" | "summary">;

/** An act of domain as a route: where it is sent, its form, what is told of it and where it is shown. */
type PostedAct<Input> = Omit<Act<Input, Secondment>, "permission" | "change"> & {
  act: Pick<CaseAct<Input>, "permission" | "rule">;
  /** The part of the path that says what of the record it is done to: `absenceId`. */
  about?: string;
};

/** Puts an act on a secondment into the app. */
export function mountCaseAct<Input>(app: Hono<WebEnv>, { act, about, ...posted }: PostedAct<Input>): void {
  const { permission, rule } = act;
  mountAct(app, {
    ...posted,
    permission,
    change: (c, input, once) => {
      const id = about === undefined ? "" : (c.req.param(about) ?? "");
      return changeInScope(c, (ground) => rule(ground, id, input), once);
    },
  });
}
