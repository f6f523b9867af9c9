import { type Refusal, refuse } from "@dunmiao/domain/refusal";
import { newestPairScheme } from "@dunmiao/store/pairScheme";
import { presentOfficer } from "@dunmiao/store/presentOfficer";
import type { Context, Hono } from "hono";
import { allow } from "../access.ts";
import { actingOf } from "../acting.ts";
import { atOnce } from "../atOnce.ts";
import type { WebEnv } from "../deps.ts";
import { mountMany } from "../manyAct.ts";
import { chromeOf } from "../page.tsx";
import { answerRefused, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { type AcceptedResult, acceptedBody, acceptedForm, acceptRows, mostAccepted } from "./accept.ts";
import { AcceptedPage } from "./acceptedPage.tsx";
import { proposalsForm } from "./form.ts";
import { proposalsFor } from "./proposalsFor.ts";
import { ProposalsPage } from "./resultPage.tsx";

const acceptPath = "/pairs/proposals/accepted";
const readsAtOnce = 16;

/** The rows that a person accepted, or gave another mentor, become pairs that wait for a second person. */
export function acceptRoutes(app: Hono<WebEnv>): void {
  // Where a browser ends up that loads the address of an answer again.
  app.get(acceptPath, allow("propose-pairs", "Leads back to the form of proposals"), (c) =>
    c.redirect("/pairs/proposals", 303),
  );
  mountMany(app, {
    path: acceptPath,
    permission: "plan-pair",
    summary: "Make pairs of accepted proposals, each with what became of it",
    form: acceptedForm,
    body: acceptedBody,
    ticks: { field: "pairs", most: mostAccepted },
    work: async (c, value, use) => {
      const scheme = await newestPairScheme(c.var.deps.store, value.scheme);
      if (!scheme) return refuse("unknown-pair-scheme", "scheme", { scheme: value.scheme });
      return acceptRows(actingOf(c), value, { scheme, units: await c.var.deps.units.current(), use });
    },
    show: (c, { values, refusals }) => showAgain(c, values, refusals),
    page: showAccepted,
    item: ({ row, refusals: _, ...each }) => ({ ...row, ...each }),
  });
}

/** The proposals as they are worked out again, with what was chosen and what was wrong; a program gets that alone. */
async function showAgain(
  c: Context<WebEnv>,
  raw: Readonly<Record<string, string>>,
  refusals: readonly Refusal[],
) {
  const question = proposalsForm.safeParse(raw);
  const found = wantsHtml(c) && question.success ? await proposalsFor(c, question.data) : undefined;
  if (!found?.ok) return answerRefused(c, refusals);
  const { apprentices = "", mentors = "", from = "", scheme = "" } = raw;
  const refused = { values: raw, errors: fieldMessages(c.var.text, refusals) };
  const props = { chrome: chromeOf(c), ...found.value, refused, raw: { apprentices, mentors, from, scheme } };
  return c.html(<ProposalsPage {...props} />, statusOf(refusals));
}

async function showAccepted(c: Context<WebEnv>, results: readonly AcceptedResult[]) {
  const { deps } = c.var;
  const numbers = [...new Set(results.flatMap(({ row }) => [row.apprentice, row.mentor]))];
  const found = await atOnce(numbers, readsAtOnce, (number) => presentOfficer(deps.store, number));
  const names = new Map(numbers.map((number, at) => [number, found[at]?.name]));
  return c.html(<AcceptedPage chrome={chromeOf(c)} results={results} names={names} />);
}
