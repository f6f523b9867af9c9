import {
  activityInputSchema,
  type ConcurrentPost,
  postEndInputSchema,
  postInputSchema,
} from "@dunmiao/domain/concurrentPost";
import type { PostChange } from "@dunmiao/domain/concurrentPost/beginPost";
import { addActivity, endPost } from "@dunmiao/domain/concurrentPost/changePost";
import { may, type PermittedAct } from "@dunmiao/domain/permissions";
import { type Outcome, refuse } from "@dunmiao/domain/refusal";
import { changePost, createPost } from "@dunmiao/store/concurrentPost";
import { presentOfficer } from "@dunmiao/store/presentOfficer";
import type { Context } from "hono";
import { uuidv7 } from "uuidv7";
import { actorOf } from "../access.ts";
import type { Act } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Once, Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { mayWithPost } from "./access.ts";
import { postView } from "./view.ts";

type PostAct<Input> = Act<Input, ConcurrentPost>;

function told(c: Context<WebEnv>, status: 200 | 201): Told<ConcurrentPost> {
  return { status, location: ({ id }) => `/posts/${id}`, body: (post) => postView(post, c.var.today) };
}

const begin: PostAct<ReturnType<typeof postInputSchema.parse>> = {
  path: "/posts",
  permission: "keep-posts",
  summary: "Begin a concurrent post of somebody on file at a place of the list",
  form: postInputSchema,
  told: (c) => told(c, 201),
  change: async (c, input, once) => {
    const { store, units } = c.var.deps;
    const { serviceNumber } = input;
    const officer = await presentOfficer(store, serviceNumber);
    const unit = officer && (await units.current()).get(officer.homeUnit);
    const isOwn = unit && may(actorOf(c), "keep-posts", { unit: { code: unit.id, parent: unit.parent } });
    // Who is elsewhere is as unknown as who is not on file.
    if (!officer || !unit || !isOwn)
      return {
        ...refuse("unknown-officer", "serviceNumber", { serviceNumber }),
        outcome: "refused",
        retries: 0,
      };
    return createPost(actingOf(c), input, { id: uuidv7(), officer, unit, once });
  },
};

const activity: PostAct<ReturnType<typeof activityInputSchema.parse>> = {
  path: "/posts/:id/activities",
  permission: "add-post-activity",
  summary: "Add what was done to a concurrent post",
  form: activityInputSchema,
  told: (c) => told(c, 201),
  change: (c, input, once) =>
    onPost(c, { act: "add-post-activity", once }, (post) => addActivity(post, input, actingOf(c))),
};

const end: PostAct<ReturnType<typeof postEndInputSchema.parse>> = {
  path: "/posts/:id/end",
  permission: "keep-posts",
  summary: "End a concurrent post before its last day",
  form: postEndInputSchema,
  told: (c) => told(c, 200),
  change: (c, input, once) =>
    onPost(c, { act: "keep-posts", once }, (post) => endPost(post, input, actingOf(c))),
};

/** What is done with concurrent posts. */
export const acts = { begin, activity, end };

type Doing = { act: PermittedAct; once: Once<ConcurrentPost> | undefined };
type Rule = (post: ConcurrentPost) => Outcome<PostChange>;

/** Runs a rule on the post of the address; one that the actor does not see is not there. */
function onPost(c: Context<WebEnv>, { act, once }: Doing, rule: Rule) {
  const actor = actorOf(c);
  const seen: Rule = (post) => {
    if (!mayWithPost(actor, "read-posts", post)) return refuse("not-found");
    return mayWithPost(actor, act, post) ? rule(post) : refuse("forbidden");
  };
  return changePost(actingOf(c), { id: c.req.param("id") ?? "", once }, seen);
}
