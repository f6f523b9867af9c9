import type { Actor } from "@dunmiao/domain/actor";
import { mayTry, type PermittedAct } from "@dunmiao/domain/permissions";
import { keepForm } from "@dunmiao/store/kept";
import type { Context } from "hono";
import { againAct } from "../againAct.ts";
import type { WebEnv } from "../deps.ts";
import { ownPath } from "../ownPath.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem } from "../problem.tsx";
import { readTyped, type Typed } from "../sentFields.ts";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { drawnForField } from "../ui/drawnFor.tsx";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { NotificationBanner } from "../ui/pieces.tsx";
import { roleInUse } from "../ui/roleInUse.ts";
import { wantsHtml } from "../wants.ts";
import { typedFields } from "./typedFields.ts";

/**
 * Answers a form that was drawn for another role of the same person than the one in use, changed in a tab beside: nothing is
 * carried out, what was typed waits for either. Undefined where the form is of the role in use, or names none.
 */
export async function answerDrawnForAnother(
  c: Context<WebEnv>,
  actor: Actor,
  act: PermittedAct,
): Promise<Response | undefined> {
  const { pathname, search } = new URL(c.req.url);
  // What is kept is sent on to where it was for, and judged there.
  if (pathname.startsWith("/kept/")) return undefined;
  const typed = await readTyped(c);
  if (!typed.ok) return undefined;
  const drawnFor = typed.value.fields.find(([name]) => name === drawnForField)?.[1];
  if (drawnFor === undefined || drawnFor === actor.assignment) return undefined;
  if (!wantsHtml(c)) return answerProblem(c, "drawn-for-another-role");
  const chrome = chromeOf(c);
  const path = ownPath(pathname + search);
  const before = c.var.otherRoles?.find(({ assignment }) => assignment === drawnFor);
  const { fields } = typed.value;
  const isKept =
    before !== undefined &&
    typedFields(fields).length > 0 &&
    (await keepForm(c.var.deps.store, { actor: before, path, from: chrome.url, ...typed.value }));
  const props = { chrome, actor, before, isKept, path, typed: typed.value, may: mayTry(actor, act) };
  return c.html(<DrawnForAnotherPage {...props} />, 409);
}

type Props = {
  chrome: Chrome;
  actor: Actor;
  /** The role that the form was drawn for, where the person still has it. */
  before: Actor | undefined;
  isKept: boolean;
  path: string;
  typed: Typed;
  /** Whether the role in use does this at all. */
  may: boolean;
};

function DrawnForAnotherPage({ chrome, actor, before, isKept, path, typed, may }: Props) {
  const { text, url } = chrome;
  const words = text.keptPage;
  const now = roleInUse(text, actor);
  const mayGoOn = may && !typed.hadFile && typedFields(typed.fields).length > 0;
  return (
    <Layout chrome={chrome} title={words.otherRole}>
      <NotificationBanner text={text} kind="important">
        {before ? words.drawnFor({ before: roleInUse(text, before), now }) : words.drawnForLost({ now })}
      </NotificationBanner>
      <p class="govuk-body">{words.nothingChanged}</p>
      {isKept ? <p class="govuk-body">{typed.hadFile ? words.fileAgain : words.isKept}</p> : null}
      {before ? (
        <form method="post" action="/account/act-as">
          <input type="hidden" name="next" value={isKept ? "/kept" : url} />
          <Button name="assignment" value={before.assignment}>
            {words.goOnAs({ role: roleInUse(text, before) })}
          </Button>
        </form>
      ) : null}
      {mayGoOn ? <GoOn path={path} typed={typed} actor={actor} label={words.goOnAs({ role: now })} /> : null}
      <p class="govuk-body">{link(url, words.back)}</p>
    </Layout>
  );
}

/** The form once more in the role in use, with everything in its boxes; nothing is carried out. */
function GoOn({ path, typed, actor, label }: Pick<Props, "path" | "typed" | "actor"> & { label: string }) {
  return (
    <form method="post" action={path}>
      {typedFields(typed.fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name={drawnForField} value={actor.assignment} />
      <input type="hidden" name="act" value={againAct} />
      <Button kind="secondary">{label}</Button>
    </form>
  );
}
