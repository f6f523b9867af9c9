/** One thing that a site must do, and whether it does. */
export type Checked = { what: string; isMet: boolean; found: string };

type Check = { what: string; path: string; accept?: string; is: (answer: Response, text: string) => boolean };

const html = "text/html";
const health: Check = {
  what: "it is there: /healthz answers 200",
  path: "/healthz",
  is: ({ status }, text) => status === 200 && text.includes("ready"),
};

/** What an open site answers to somebody who is not signed in. */
const open: readonly Check[] = [
  health,
  { what: "nobody reads without a session: 401", path: "/tasks", is: ({ status }) => status === 401 },
  {
    what: "a browser is sent to the sign-in",
    path: "/",
    accept: html,
    is: ({ status, headers }) =>
      [302, 303].includes(status) && (headers.get("location") ?? "").includes("sign-in"),
  },
  {
    what: "a strict content policy, no sniffing, no frames",
    path: "/healthz",
    is: ({ headers }) =>
      (headers.get("content-security-policy") ?? "").includes("default-src 'none'") &&
      headers.get("x-content-type-options") === "nosniff" &&
      headers.get("x-frame-options") === "DENY",
  },
  {
    what: "the API describes itself",
    path: "/openapi.json",
    is: (_answer, text) => text.includes('"openapi"'),
  },
];

/** What a site answers that has no sign-in yet. */
const closed: readonly Check[] = [
  health,
  { what: "closed without a sign-in: 503", path: "/", is: ({ status }) => status === 503 },
  { what: "closed without a sign-in: 503 to the API", path: "/tasks", is: ({ status }) => status === 503 },
];

/** Asks a site, local or deployed, a few questions that write nothing. */
export async function smokeTest(url: string, expected: "open" | "closed"): Promise<Checked[]> {
  const checks = expected === "open" ? open : closed;
  return Promise.all(checks.map((check) => ask(url, check)));
}

async function ask(url: string, { what, path, accept = "application/json", is }: Check): Promise<Checked> {
  try {
    const answer = await fetch(new URL(path, url), { headers: { Accept: accept }, redirect: "manual" });
    return { what, isMet: is(answer, await answer.text()), found: `${path} answered ${answer.status}` };
  } catch (error) {
    return { what, isMet: false, found: `${path}: ${String(error)}` };
  }
}
