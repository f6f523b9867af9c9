import { personRoles } from "@dunmiao/domain/actor";
import { permissions } from "@dunmiao/domain/permissions";
import { type StatedRoute, statedRoutes } from "@dunmiao/web/system/openapi";
import { beforeAll, describe, expect, test } from "vitest";
import { type TestApp, wholeApp } from "../../../web/test/app.ts";
import { everybody, type Person, signedIn } from "./people.ts";

let app: TestApp["app"];
let people: Person[];
let routes: StatedRoute[];
beforeAll(async () => {
  const whole = await wholeApp();
  app = whole.app;
  people = await signedIn(whole, ofEachRole);
  routes = statedRoutes(app);
});

/** An address of the route at which nothing is. */
const addressOf = ({ path }: StatedRoute) => path.replaceAll(/:\w+/g, "nothing-here");
/** Ends sessions of this test. */
const isEnding = ({ path }: StatedRoute) => ["/sign-out", "/account/end-sessions"].includes(path);
/** Where the start page sends a hand that has no to-dos. */
const isElsewhere = ({ status, headers }: Response) =>
  status === 303 && headers.get("Location") === "/accounts";
const ofEachRole = personRoles.flatMap((each) => everybody.filter(([, role]) => role === each).slice(0, 1));

describe("every route and every role, over accounts and their sessions", () => {
  test.each(personRoles)(
    "%s is refused what the table does not give to the role, and nothing else",
    async (who) => {
      const person = people.find(({ actor }) => actor.role === who);
      if (!person) throw new Error(who);
      const { client, actor } = person;
      const wrong: string[] = [];
      for (const route of routes.filter((each) => !isEnding(each))) {
        const { method, act = "everyone" } = route;
        const isGiven = act === "everyone" || permissions[act].some(({ role }) => role === actor.role);
        const address = addressOf(route);
        const asked = method === "GET" ? [client.get(address)] : [client.post(address, {})];
        if (method === "GET" && !isGiven) asked.push(client.page(address));
        for (const answer of await Promise.all(asked)) {
          const { status } = answer;
          const isForbidden = status === 403 || isElsewhere(answer);
          if (isForbidden === isGiven || status === 401 || status >= 500)
            wrong.push(`${method} ${route.path} ${act}: ${status}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  test("nobody: what is not for everyone asks to sign in first", async () => {
    const wrong: string[] = [];
    for (const route of routes.filter(({ act }) => act !== "everyone")) {
      const ask = (Accept: string) =>
        Promise.resolve(app.request(addressOf(route), { method: route.method, headers: { Accept } }));
      const [json, html] = await Promise.all([ask("application/json"), ask("text/html")]);
      const isSent = html.headers.get("Location")?.startsWith("/sign-in?next=") ?? false;
      const isAsked = route.method === "GET" ? html.status === 303 && isSent : html.status === 401;
      if (json.status !== 401 || !isAsked)
        wrong.push(`${route.method} ${route.path} ${json.status} ${html.status}`);
    }
    expect(wrong).toEqual([]);
  });
});
