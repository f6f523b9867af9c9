import type { BrowserContext } from "playwright-core";
import { expect } from "vitest";
import { firstDay } from "../seeded.ts";
import { jsonOf, type Persona, signInAs } from "./site.ts";

const headers = { Accept: "application/json" };
const reason = "核对 <b>台账</b> & 陈述后提出";
type Listed = { id: string; count: { pendingDays: number } };

/** People over the limit about whom nothing is undecided, those with the fewest days first. */
export async function peopleToRule(context: BrowserContext): Promise<string[]> {
  const { items }: { items: Listed[] } = await jsonOf(context, "/secondments?risk=exceeded&sort=used");
  return items.filter(({ count }) => count.pendingDays === 0).map(({ id }) => id);
}

/** Somebody whose year is ruled, the notice issued and received and a review asked for; HR is signed in afterwards. */
export async function ruledPerson(context: BrowserContext): Promise<string> {
  for (const id of await peopleToRule(context)) {
    const url = `/secondments/${id}`;
    const pack = await jsonOf(context, `${url}/ruling`);
    if (pack.rulings.length > 0 || pack.absences.some((each: { isUndecided: boolean }) => each.isUndecided))
      continue;
    const acts: [Persona, string, object][] = [
      [{ persona: "hr" }, "/statements", { note: reason }],
      [{ persona: "hr" }, "/rulings", { outcome: "not-recognised", reason }],
      [{ persona: "approver" }, "/rulings/r1/approve", { reason }],
      [{ persona: "hr" }, "/rulings/r1/notice", { number: "演示〔2026〕<i>3</i>号" }],
      [{ persona: "hr" }, "/rulings/r1/receipt", { on: firstDay, how: "signed" }],
      [{ persona: "hr" }, "/rulings/r1/review", { reason }],
    ];
    for (const [persona, path, data] of acts) {
      await signInAs(context, persona);
      const answer = await context.request.post(url + path, { headers, data });
      expect(answer.ok(), await answer.text()).toBe(true);
    }
    await signInAs(context, { persona: "hr" });
    return url;
  }
  throw new Error("nobody over the limit can be ruled");
}
