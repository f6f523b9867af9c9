import { naturalDays } from "@dunmiao/domain/calendarDate";
import { festivals } from "@dunmiao/domain/festival";
import { type Notice, noticeConfirmationSchema, noticeInputSchema } from "@dunmiao/domain/notice";
import type { Refusal } from "@dunmiao/domain/refusal";
import { workingDays } from "@dunmiao/domain/workCalendar";
import { loadRecord } from "@dunmiao/store/engine/record";
import { confirmNotice, listNotices, loadNotice, noticeNoun } from "@dunmiao/store/notice";
import { type Context, Hono } from "hono";
import { uuidv7 } from "uuidv7";
import * as z from "zod";
import { allow } from "../access.ts";
import { mountAct } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { refusalsOf } from "../refusalsOf.ts";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { parseWritten } from "../writtenDates.ts";
import { daysBody } from "./days.ts";
import { confirmationForm, longestRange, noticeForm, noticeInput, rangeQuery } from "./form.ts";
import { NoticeFormPage, NoticePage } from "./noticePages.tsx";
import { CalendarPage } from "./page.tsx";

const told: Told<Notice> = {
  status: 201,
  location: ({ id }) => `/calendar/notices/${id}`,
  body: ({ head: _, ...notice }) => notice,
};
const yearQuery = z.coerce.number().int().min(2000).max(2100);

/** Working days, the calendar, and the notices that change it. */
export function calendarRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get(
    "/working-days",
    allow("read-calendar", "Working days of a range, day by day", { query: rangeQuery }),
    async (c) => {
      const { parsed: query, given } = parseWritten(rangeQuery, c.req.query());
      if (!query.success) return showCalendar(c, refusalsOf(query.error, given));
      const { from, to } = query.data;
      if (from > to) return showCalendar(c, [{ code: "from-after-to", field: "to", params: { from, to } }]);
      if (naturalDays(from, to) > longestRange)
        return showCalendar(c, [{ code: "range-too-long", field: "to", params: { days: longestRange } }]);
      if (wantsHtml(c)) return showCalendar(c, []);
      return c.json(workingDays(await c.var.deps.calendar.current(), from, to));
    },
  );
  app.get("/calendar", allow("read-calendar", "The calendar in force"), (c) => showCalendar(c, []));
  app.get(
    "/calendar/days",
    allow("read-calendar", "Days that the notices in force set, and the words of a date box"),
    async (c) => c.json(daysBody(c.var.text, await c.var.deps.calendar.current())),
  );
  app.get("/calendar/notices", allow("read-calendar", "Loaded notices"), async (c) =>
    wantsHtml(c) ? showCalendar(c, []) : c.json({ items: await listNotices(c.var.deps.store) }),
  );
  app.get("/calendar/notices/new", allow("load-notice", "Form that loads a notice"), (c) =>
    c.html(
      <NoticeFormPage
        chrome={chromeOf(c)}
        errors={[]}
        values={{ year: String(Number(c.var.today.slice(0, 4)) + 1) }}
      />,
    ),
  );
  app.get("/calendar/notices/:id", allow("read-calendar", "One notice with its differences"), (c) =>
    showNotice(c, c.req.param("id"), []),
  );
  noticeActs(app);
  return app;
}

function noticeActs(app: Hono<WebEnv>) {
  mountAct(app, {
    path: "/calendar/notices",
    permission: "load-notice",
    form: noticeForm,
    body: noticeInputSchema,
    summary: "Load a notice as a dry run",
    told: () => told,
    change: async (c, sent, once) => {
      const input = noticeInput(sent);
      return input.ok ? loadNotice(actingOf(c), input.value, { id: uuidv7(), once }) : input;
    },
    show: (c, { values, refusals }) => {
      const errors = fieldMessages(c.var.text, refusals);
      const props = { chrome: chromeOf(c), values, errors, missing: missingOf(refusals) };
      return c.html(<NoticeFormPage {...props} />, statusOf(refusals));
    },
  });
  mountAct(app, {
    path: "/calendar/notices/:id/confirm",
    permission: "load-notice",
    form: confirmationForm,
    body: noticeConfirmationSchema,
    summary: "Put a notice in force and recount",
    told: () => ({ ...told, status: 200 }),
    change: (c, { missingConfirmed }, once) =>
      confirmNotice(actingOf(c), { id: c.req.param("id") ?? "", missingConfirmed, once }),
    show: (c, { refusals }) => showNotice(c, c.req.param("id") ?? "", refusals),
  });
}

async function showNotice(c: Context<WebEnv>, id: string, refusals: readonly Refusal[]) {
  const notice = await loadRecord(c.var.deps.store, noticeNoun, id);
  if (!notice) return answerProblem(c, "not-found");
  if (!wantsHtml(c)) return c.json(told.body(notice));
  const errors = fieldMessages(c.var.text, refusals);
  const props = { chrome: chromeOf(c), notice, actor: c.var.actor, errors };
  return c.html(<NoticePage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}

/** The festivals that a refused notice leaves out, for the ticks of its form. */
function missingOf(refusals: readonly Refusal[]) {
  const named = refusals.find(({ code }) => code === "festivals-missing")?.params?.festivals;
  const codes = String(named ?? "").split(",");
  return festivals.filter((each) => codes.includes(each));
}

async function showCalendar(c: Context<WebEnv>, refusals: Parameters<typeof statusOf>[0]) {
  if (refusals.length > 0 && !wantsHtml(c)) return answerRefused(c, refusals);
  const { deps, text, today } = c.var;
  const [calendar, notices] = await Promise.all([deps.calendar.current(), listNotices(deps.store)]);
  if (!wantsHtml(c)) return c.json({ version: calendar.version, notices });
  const asked = c.req.query();
  const year = yearQuery.catch(Number(today.slice(0, 4))).parse(asked.year);
  const { parsed: range } = parseWritten(rangeQuery, asked);
  const counted =
    refusals.length === 0 && range.success
      ? workingDays(calendar, range.data.from, range.data.to)
      : undefined;
  const props = {
    chrome: chromeOf(c),
    calendar,
    notices,
    year,
    counted,
    values: asked,
    errors: fieldMessages(text, refusals),
  };
  return c.html(
    <CalendarPage {...props} actor={c.var.actor} />,
    refusals.length > 0 ? statusOf(refusals) : 200,
  );
}
