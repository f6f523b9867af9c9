import type { Account } from "@dunmiao/domain/account";
import {
  type ArmInput,
  armAccount,
  disarmAccount,
  mostArmedHours,
  reviewEmergency,
} from "@dunmiao/domain/account/emergency";
import { plainText } from "@dunmiao/domain/plainText";
import { accept } from "@dunmiao/domain/refusal";
import { changeAccount } from "@dunmiao/store/changeAccount";
import { emergencyWrites } from "@dunmiao/store/tellEmergency";
import { uuidv7 } from "uuidv7";
import * as z from "zod";
import type { Act } from "../act.ts";
import { actingOf } from "../acting.ts";
import { told } from "./acts.ts";

const armSchema = z.object({
  hours: z.coerce.number().int().min(1).max(mostArmedHours),
  reason: z.string().overwrite(plainText).min(1).max(200),
});
const reviewSchema = z.object({ note: z.string().overwrite(plainText).min(1).max(500) });

const arm: Act<ArmInput, Account> = {
  path: "/accounts/:id/arm",
  permission: "arm-account",
  summary: "Let an account for emergencies be signed in to for some hours",
  form: armSchema,
  told: () => told(200),
  change: (c, input, once) => {
    const acting = actingOf(c);
    const id = uuidv7();
    return changeAccount(acting, { id: c.req.param("id") ?? "", once }, (account) => {
      const armed = armAccount(account, input, { ...acting, id });
      return armed.ok
        ? accept({ ...armed.value, beside: emergencyWrites(account, "emergency-armed", acting.today) })
        : armed;
    });
  },
};

const disarm: Act<object, Account> = {
  path: "/accounts/:id/disarm",
  permission: "arm-account",
  summary: "End an emergency before its hours are over; whoever is signed in for it is signed in no more",
  form: z.object({}),
  told: () => told(200),
  change: (c, _, once) => {
    const acting = actingOf(c);
    return changeAccount(acting, { id: c.req.param("id") ?? "", once }, (account) =>
      disarmAccount(account, acting),
    );
  },
};

const review: Act<z.output<typeof reviewSchema>, Account> = {
  path: "/accounts/:id/emergencies/:emergency/review",
  permission: "review-emergency",
  summary: "Sign that the use of an account for emergencies was looked over",
  form: reviewSchema,
  told: () => told(200),
  change: (c, { note }, once) => {
    const acting = actingOf(c);
    const id = c.req.param("emergency") ?? "";
    return changeAccount(acting, { id: c.req.param("id") ?? "", once }, (account) =>
      reviewEmergency(account, { id, note }, acting),
    );
  },
};

/** What is done with accounts for emergencies. */
export const emergencyActs = { arm, disarm, review };
