import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const packages = join(import.meta.dirname, "../..");

/** Where a role is compared without asking the table of permissions, and why that says nobody what they may do. */
const allowed: Readonly<Record<string, string>> = {
  "domain/src/permissions.ts": "the table itself",
  "domain/src/roleGroups.ts": "the groups of roles of which the table is made",
  "domain/src/relation.ts": "the relation in which each role stands, of which the table is made",
  "domain/src/access.ts": "whose turn it is, and how high a role stands on the leave ladder",
  "domain/src/account.ts": "which roles nobody acts in without a one-time code, whoever it is",
  "domain/src/account/staleRoles.ts": "whether somebody holds the same role twice",
  "domain/src/account/roles.ts":
    "the role that is given to an account, and that both hands confirm each other",
  "domain/src/account/vacantRoles.ts": "roles of the bureau that nobody holds, whoever asks",
  "domain/src/account/lastHand.ts": "roles that somebody must hold, whoever takes one away",
  "domain/src/concurrentPost/beginPost.ts": "the role that a post gives at its place, not of who asks",
  "domain/src/notification.ts": "which inbox a message goes to",
  "store/src/lastHand.ts": "whether a security officer has ever acted, whoever asks",
  "store/src/engine/commit.ts": "the part that a write has in its transaction",
  "store/src/engine/seal.ts": "programs are named by what they are",
  "web/src/account/issueLink.ts":
    "for whom a link is, of which the first security officer's has no second hand",
  "web/src/import/checkPosts.ts": "the role that a post gives at its place, twice in one list",
  "web/src/page.tsx": "programs have no page",
  "web/src/threadApart.ts": "what a thread is for, not a person",
  "web/src/permission/rows.ts": "the columns of the table as it is shown",
};

/** `role === x`, `x !== each.role`, `list.includes(actor.role)`, `switch (role)`, branches and maps by role. */
const comparison =
  /\b(role|reader)\s*[!=]==(?! undefined)|[!=]==\s*(\w+\.)*(role|reader)\b|\.(includes|has)\((\w+\.)*role\)|switch \((\w+\.)*role\)|Record<(Person)?Role,|case "(hr|approver|inspector|auditor)":/;

/** The files in which a role is compared. */
function comparing(): string[] {
  const files = globSync("{domain,store,web,workflow}/src/**/*.{ts,tsx}", { cwd: packages });
  return files.toSorted().filter((file) => comparison.test(readFileSync(join(packages, file), "utf8")));
}

test("who may do what is asked of the table: a role is compared only where something else is meant", () => {
  expect(comparing()).toEqual(Object.keys(allowed).toSorted());
});

test.each([
  'if (actor.role === "hr") return',
  'return "officer" !== ground.actor.role;',
  'const isReader = ["inspector", "auditor"].includes(actor.role);',
  "switch (actor.role) {",
  "const tabs: Partial<Record<Role, string>> = {};",
])("it finds %s", (line) => {
  expect(line).toMatch(comparison);
});

test.each([
  "if (role === undefined) return null;",
  'if (mayTry(actor, "serve-notice")) return;',
  'const by = reachOf(actor.role, "read-todos") === "own";',
])("it leaves %s", (line) => {
  expect(line).not.toMatch(comparison);
});
