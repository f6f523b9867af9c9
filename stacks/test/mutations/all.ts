import { accessMutations } from "./access.ts";
import { keptMutations } from "./kept.ts";
import type { Mutation } from "./mutation.ts";
import { operationsMutations } from "./operations.ts";
import { robotMutations } from "./robot.ts";
import { signInMutations } from "./signIn.ts";
import { siteMutations } from "./site.ts";
import { workMutations } from "./work.ts";

/** Every seeded mistake. */
export const mutations: readonly Mutation[] = [
  ...keptMutations,
  ...accessMutations,
  ...workMutations,
  ...siteMutations,
  ...operationsMutations,
  ...robotMutations,
  ...signInMutations,
];
