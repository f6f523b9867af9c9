import type { Ground } from "@dunmiao/domain/change";
import { shownHandOver } from "@dunmiao/domain/handOver";
import { refuse } from "@dunmiao/domain/refusal";
import type { Secondment } from "@dunmiao/domain/secondment";
import {
  type HandOverWords,
  mayReceiveHandOver,
  mayWriteHandOver,
  receiveHandOver,
  writeHandOver,
} from "@dunmiao/domain/term/writeHandOver";
import { changeSecondment } from "@dunmiao/store/changeSecondment";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { mountAct } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Told } from "../answer.ts";
import { paperChromeOf } from "../audit/signedHead.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
import { mountCaseAct } from "../secondment/mountCaseAct.ts";
import { wantsHtml } from "../wants.ts";
import type { Failed } from "./failed.ts";
import { handOverForm, handOverReceiptForm } from "./form.ts";
import { type HandOverRead, loadHandOver } from "./load.ts";
import { HandOverPage } from "./page.tsx";
import { HandOverPrintPage } from "./printPage.tsx";

/** Hand-over between predecessor and successor at a post. */
export function handOverRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get(
    "/secondments/:id/hand-over",
    allow("read-hand-over", "What is handed over at a post, and who confirmed it"),
    (c) => show(c),
  );
  app.get(
    "/secondments/:id/hand-over/print",
    allow("read-hand-over", "The hand-over for printing"),
    async (c) => {
      const read = await loadHandOver(c);
      if (!read) return answerProblem(c, "not-found");
      return c.html(<HandOverPrintPage chrome={await paperChromeOf(c)} read={read} />);
    },
  );
  writeRoute(app);
  receiveRoute(app);
  return app;
}

function writeRoute(app: Hono<WebEnv>) {
  mountCaseAct(app, {
    path: "/secondments/:id/hand-over",
    act: {
      permission: "write-hand-over",
      rule: (ground, _, { seen, ...words }) => writeHandOver(ground, { words, seen }),
    },
    form: handOverForm,
    summary: "Write the hand-over",
    told: () => told,
    show,
  });
}

/** The successor does not see the predecessor's case: the post's claims say who they are. */
function receiveRoute(app: Hono<WebEnv>) {
  mountAct(app, {
    path: "/secondments/:id/hand-over/receive",
    permission: "receive-hand-over",
    form: handOverReceiptForm,
    summary: "Confirm receipt as the successor",
    told: () => told,
    change: async (c, { seen }, once) => {
      const read = await loadHandOver(c);
      if (!read) return refuse("not-found");
      const { record, successor } = read;
      const rule = (ground: Ground) => receiveHandOver(ground, { successor, seen });
      return changeSecondment(actingOf(c), { id: record.id, rule, once });
    },
    // What was typed is nothing: the boxes of the page are another form's.
    show: (c, { refusals }) => show(c, { values: {}, refusals }),
  });
}

const told: Told<Secondment> = {
  status: 200,
  location: ({ id }) => `/secondments/${id}/hand-over`,
  body: ({ id, handOver }) => ({ id, handOver: shownHandOver(handOver) }),
};

async function show(c: Context<WebEnv>, failed?: Failed) {
  const read = await loadHandOver(c);
  if (!read) return answerProblem(c, "not-found");
  if (!wantsHtml(c)) return c.json(view(read));
  const ground = { actor: actorOf(c), secondment: read.record };
  const mayWrite = mayWriteHandOver(ground);
  const mayReceive = mayReceiveHandOver(ground, read.successor);
  const props = { chrome: chromeOf(c), read, mayWrite, mayReceive, failed };
  return c.html(<HandOverPage {...props} />, failed ? statusOf(failed.refusals) : 200);
}

function view({ record, words, seenPredecessor, seenSuccessor }: HandOverRead): {
  id: string;
  handOver: Secondment["handOver"];
  words: HandOverWords | undefined;
  predecessor: string | undefined;
  successor: string | undefined;
} {
  const { id, handOver } = record;
  return {
    id,
    handOver: shownHandOver(handOver),
    words,
    predecessor: seenPredecessor?.id,
    successor: seenSuccessor?.id,
  };
}
