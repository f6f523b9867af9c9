import { type Cosigner, cosignatureInputSchema, cosignerInputSchema } from "@dunmiao/domain/cosigner";
import { mayTry } from "@dunmiao/domain/permissions";
import { dismissCosigner, keepCosignature, listCosigners, saveCosigner } from "@dunmiao/store/cosigner";
import type { Context, Hono } from "hono";
import * as z from "zod";
import { actorOf, allow } from "../access.ts";
import { mountAct } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { statusOf } from "../problem.tsx";
import type { Refused } from "../ui/oneOfForms.ts";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { CosignersPage } from "./cosignerPages.tsx";
import { verifySignature } from "./verifySignature.ts";

const list = "/audit/cosigners";
const nothing: Refused = { values: {}, refusals: [] };
const told = (status: 200 | 201): Told<Cosigner> => ({
  status,
  location: () => list,
  body: (cosigner) => cosigner,
});

/** Who signs the heads of days beside us, and what they signed. */
export function cosignerRoutes(app: Hono<WebEnv>): void {
  app.get(list, allow("read-heads", "Who signs the heads of days beside us, and until which day"), (c) =>
    showAll(c, nothing),
  );
  mountAct(app, {
    path: list,
    permission: "keep-cosigners",
    summary: "Enter another signer of the heads of days by their public key",
    form: cosignerInputSchema,
    told: () => told(201),
    change: (c, input, once) => saveCosigner(actingOf(c), input, once),
    show: showAll,
  });
  mountAct(app, {
    path: `${list}/:id/end`,
    permission: "keep-cosigners",
    summary: "End the key of another signer; what it signed still stands",
    form: z.object({}),
    told: () => told(200),
    change: (c, _, once) => dismissCosigner(actingOf(c), { id: c.req.param("id") ?? "", once }),
    show: showAll,
  });
  mountAct(app, {
    path: `${list}/heads`,
    permission: "bring-cosignature",
    summary: "Bring in the signed text of a day that another signer gave back",
    form: cosignatureInputSchema,
    told: () => told(200),
    change: (c, { note }, once) => keepCosignature(actingOf(c), once, { note, verify: verifySignature }),
    show: showAll,
  });
}

async function showAll(c: Context<WebEnv>, { values, refusals }: Refused) {
  const cosigners = await listCosigners(c.var.deps.store);
  if (!wantsHtml(c)) return c.json({ items: cosigners });
  const errors = fieldMessages(c.var.text, refusals);
  const may = {
    keep: mayTry(actorOf(c), "keep-cosigners"),
    bring: mayTry(actorOf(c), "bring-cosignature"),
  };
  const props = { chrome: chromeOf(c), cosigners, may, values, errors };
  return c.html(<CosignersPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}
