import { shownHandOver } from "@dunmiao/domain/handOver";
import { may } from "@dunmiao/domain/permissions";
import type { Refusal } from "@dunmiao/domain/refusal";
import type { Secondment } from "@dunmiao/domain/secondment";
import {
  type HandOverWords,
  mayWriteHandOver,
  receiveHandOver,
  writeHandOver,
} from "@dunmiao/domain/term/writeHandOver";
import { changeSecondment } from "@dunmiao/store/changeSecondment";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { actingOf } from "../acting.ts";
import { answerChanged, onceOf, type Told } from "../answer.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { changeInScope } from "../secondment/change.ts";
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
      return c.html(<HandOverPrintPage chrome={chromeOf(c)} read={read} />);
    },
  );
  writeRoute(app);
  receiveRoute(app);
  return app;
}

function writeRoute(app: Hono<WebEnv>) {
  app.post("/secondments/:id/hand-over", allow("write-hand-over"), async (c) => {
    const input = await readBody(c, handOverForm);
    const values = input.ok ? input.value.raw : input.raw;
    const again = (refusals: readonly Refusal[]) => show(c, { values, refusals });
    if (!input.ok) return wantsHtml(c) ? again(input.refusals) : answerRefused(c, input.refusals);
    const { value, use } = input.value;
    const { seen, ...words } = value;
    const changed = await changeInScope(
      c,
      (ground) => writeHandOver(ground, { words, seen }),
      onceOf(use, told),
    );
    return answerChanged(c, changed, told, again);
  });
}

/** The successor does not see the predecessor's case: the post's claims say who they are. */
function receiveRoute(app: Hono<WebEnv>) {
  app.post("/secondments/:id/hand-over/receive", allow("receive-hand-over"), async (c) => {
    const input = await readBody(c, handOverReceiptForm);
    if (!input.ok) return answerRefused(c, input.refusals);
    const read = await loadHandOver(c);
    if (!read) return answerProblem(c, "not-found");
    const { value, use } = input.value;
    const receipt = { successor: read.successor, seen: value.seen };
    const changed = await changeSecondment(actingOf(c), {
      id: read.record.id,
      rule: (ground) => receiveHandOver(ground, receipt),
      once: onceOf(use, told),
    });
    return answerChanged(c, changed, told, (refusals) => show(c, { values: {}, refusals }));
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
  const actor = actorOf(c);
  const mayWrite = mayWriteHandOver({ actor, secondment: read.record });
  const { successor } = read;
  const mayReceive = may(actor, "receive-hand-over", { successor });
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
