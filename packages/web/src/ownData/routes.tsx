import { askedOf } from "@dunmiao/domain/assessment/formMinutes";
import { addDays, addMonths } from "@dunmiao/domain/calendarDate";
import { dataRequestInputSchema } from "@dunmiao/domain/dataRequest";
import { shownHandOver } from "@dunmiao/domain/handOver";
import type { Officer } from "@dunmiao/domain/officer";
import { askForCorrection } from "@dunmiao/domain/officer/dataRequests";
import { may } from "@dunmiao/domain/permissions";
import { refuse } from "@dunmiao/domain/refusal";
import { presetSchemes } from "@dunmiao/domain/scheme";
import { changeDataRequest } from "@dunmiao/store/dataRequest";
import type { Store } from "@dunmiao/store/engine/client";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { accountView } from "../account/acts.ts";
import { mountAct } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { statusOf } from "../problem.tsx";
import type { Refused } from "../ui/oneOfForms.ts";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { answerRoutes } from "./answerRoutes.tsx";
import { AsksPage } from "./asksPage.tsx";
import { collectOwnData, type OwnData } from "./collect.ts";
import { OwnDataPage } from "./page.tsx";
import { ownWords } from "./words.ts";

/** A person's own data: what there is, a copy, asking for a correction; what the system asks of people. */
export function ownDataRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/me/data", allow("read-own-data", "Everything on file of whoever asks"), (c) => showOwn(c));
  app.get("/me/data.json", allow("read-own-data", "The same as a file to keep"), async (c) => {
    c.header("Content-Disposition", 'attachment; filename="dunmiao.json"');
    const { store } = c.var.deps;
    return c.json(await copyOf(store, await collectOwnData(store, actorOf(c))));
  });
  app.get("/me/asks", allow("read-own-data", "Minutes a month that forms take, by role"), async (c) => {
    const asked = await askedNow(c);
    return wantsHtml(c) ? c.html(<AsksPage chrome={chromeOf(c)} asked={asked} />) : c.json({ items: asked });
  });
  mountAct(app, {
    path: "/me/data/requests",
    permission: "ask-own-correction",
    summary: "Ask for a correction of one's own data, to be answered within 15 working days",
    form: dataRequestInputSchema,
    told: () => told,
    change: async (c, input, once) => {
      const acting = actingOf(c);
      const { serviceNumber: id } = acting.actor;
      if (id === undefined) return refuse("not-found");
      return changeDataRequest(acting, { id, once }, (officer) => askForCorrection(officer, input, acting));
    },
    show: (c, refused) => showOwn(c, refused),
  });
  answerRoutes(app);
  return app;
}

const told: Told<Officer> = {
  status: 201,
  location: () => "/me/data",
  body: ({ requests = [] }) => ({ requests }),
};

async function showOwn(c: Context<WebEnv>, { values, refusals }: Refused = { values: {}, refusals: [] }) {
  const { store, calendar } = c.var.deps;
  const actor = actorOf(c);
  const data = await collectOwnData(store, actor);
  if (!wantsHtml(c)) return c.json(await copyOf(store, data));
  const { serviceNumber } = actor;
  const isReader = serviceNumber !== undefined && may(actor, "read-openings", { officer: { serviceNumber } });
  const props = {
    chrome: chromeOf(c),
    data,
    calendar: await calendar.current(),
    values,
    errors: fieldMessages(c.var.text, refusals),
    openingsOf: isReader ? serviceNumber : undefined,
  };
  return c.html(<OwnDataPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}

/**
 * The copy, with the words beside the records; without what proves that nothing was altered, which says nothing about the
 * person, and without the number of whoever comes after them.
 */
async function copyOf(store: Store, data: OwnData | undefined) {
  if (!data) return { person: null };
  const { officer, account, secondments, pairs, posts, ...rest } = data;
  return {
    person: officer ? withoutHead(officer) : null,
    ...rest,
    secondments: secondments.map(({ head: _, ...each }) => ({
      ...each,
      handOver: shownHandOver(each.handOver),
    })),
    pairs: pairs.map(withoutHead),
    posts: posts.map(withoutHead),
    words: await ownWords(store, data),
    account: account ? accountView(account) : null,
  };
}

function withoutHead<R extends { head: string }>({ head: _, ...shown }: R): Omit<R, "head"> {
  return shown;
}

/** For a term of a year from today, by the newest version of the first scheme that is shipped. */
async function askedNow(c: Context<WebEnv>) {
  const { today, deps } = c.var;
  const [scheme] = presetSchemes.toSorted((one, other) => other.version - one.version);
  if (!scheme) return [];
  const term = { from: today, to: addDays(addMonths(today, 12), -1) };
  return askedOf(scheme, { term, calendar: await deps.calendar.current() });
}
