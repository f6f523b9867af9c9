import fc from "fast-check";
import { expect, test } from "vitest";
import type { Subject } from "../src/access.ts";
import { actorsFor, endDelegation, isDelegable } from "../src/account/delegation.ts";
import { newAccount } from "../src/account/planAccount.ts";
import { endRole, isHand } from "../src/account/roles.ts";
import { suspendAccount } from "../src/account/status.ts";
import { type Account, type Assignment, actorIn, rolesOn } from "../src/account.ts";
import { type Actor, personRoles } from "../src/actor.ts";
import { addDays } from "../src/calendarDate.ts";
import { may, mayTry, type PermittedAct, permissions } from "../src/permissions.ts";
import { must, secondment } from "./support/world.ts";

const today = "2026-03-02";
const day = fc.integer({ min: -3, max: 3 }).map((days) => addDays(today, days));
const codes = ["420102", "42010201", "010100", "990000"];
const grantedBy = { id: "100009", role: "security" } as const;
const another: Actor = { id: "100009", serviceNumber: "100009", role: "administrator" };
const assignment = fc
  .record({
    role: fc.constantFrom(...personRoles),
    unit: fc.constantFrom(...codes),
    from: day,
    to: fc.option(day, { nil: undefined }),
    state: fc.constantFrom("asked" as const, "granted" as const, "granted" as const),
  })
  .map(
    ({ unit, to, ...rest }): Omit<Assignment, "id"> => ({
      ...rest,
      ...(to && { to }),
      unit: { code: unit, name: unit },
      grantedBy,
    }),
  );
const roles = (prefix: string) =>
  fc
    .array(assignment, { maxLength: 4 })
    .map((all) => all.map((each, at) => ({ ...each, id: `${prefix}${at}` })));

/** Somebody with roles, and whoever lets them act in theirs. */
type Two = { own: Account; holder: Account };
const two = fc
  .record({ own: roles("o"), held: roles("h"), from: day, to: day })
  .map(({ own, held, from, to }): Two => {
    const [delegate, holder] = [
      { ...newAccount({ number: "100001", name: "一号" }), assignments: own },
      { ...newAccount({ number: "100002", name: "二号" }), assignments: held },
    ];
    const by = { id: holder.id, role: "hr" } as const;
    const given = { delegate: { id: delegate.id, name: delegate.name }, from, to, by, reason: "外出" };
    const delegations = held
      .filter(isDelegable)
      .map(({ id }) => ({ ...given, id: `d-${id}`, assignment: id, state: "given" as const }));
    return { own: delegate, holder: { ...holder, delegations } };
  });

const acts = Object.keys(permissions).filter((act): act is PermittedAct => act in permissions);
const ofOther = secondment({ officer: { ...secondment().officer, serviceNumber: "100003" } });
const elsewhere = { code: "990000", name: "x" };
const subjects: readonly Subject[] = [
  secondment(),
  ofOther,
  { ...ofOther, hostBranch: elsewhere, hostStation: elsewhere, sending: elsewhere },
  { successor: ofOther, unit: { code: "42010201", parent: "420102" } },
  { members: [secondment()], units: [elsewhere] },
];

/** Every act, and on which of the subjects, that somebody may do; counted once for each way to stand. */
const known = new Map<string, readonly string[]>();
function rightsOf(actors: readonly Actor[]): Set<string> {
  return new Set(actors.flatMap(rightsIn));
}

function rightsIn(actor: Actor): readonly string[] {
  const { role, unit, serviceNumber, mergedNumbers } = actor;
  const key = JSON.stringify([role, unit, serviceNumber, mergedNumbers]);
  const rights =
    known.get(key) ??
    acts.flatMap((act) => [
      ...(mayTry(actor, act) ? [act] : []),
      ...subjects.flatMap((subject, at) => (may(actor, act, subject) ? [`${act} ${at}`] : [])),
    ]);
  known.set(key, rights);
  return rights;
}

const added = (after: Set<string>, before: Set<string>) => [...after].filter((right) => !before.has(right));

function rightsOn({ own, holder }: Two, on = today): Set<string> {
  const inOwn = rolesOn(own, on).map((each) => actorIn(own, each));
  return rightsOf([...inOwn, ...actorsFor(own, holder, on).map(({ actor }) => actor)]);
}

const ground = { actor: another, today };
/** Everything by which somebody can have less, as the rules do it. */
function lessOf({ own, holder }: Two): Two[] {
  return [
    ...own.assignments
      // One of the three hands keeps apart what its holder was given otherwise: that comes back with its end.
      .filter((each) => !isHand(each))
      .map(({ id }) => ({ own: must(endRole(own, id, ground)).after, holder })),
    ...holder.assignments.map(({ id }) => ({ own, holder: must(endRole(holder, id, ground)).after })),
    ...(holder.delegations ?? [])
      .filter(({ from, to }) => from <= to && today <= to)
      .map(({ id }) => ({
        own,
        holder: must(endDelegation(holder, id, { ...ground, delegate: own })).holder.after,
      })),
    { own: must(suspendAccount(own, { reason: "x" }, ground)).after, holder },
    { own, holder: must(suspendAccount(holder, { reason: "x" }, ground)).after },
  ];
}

test("who loses a role or a delegation, or is suspended, may nothing that they might not before", () => {
  fc.assert(
    fc.property(two, (before) => {
      const rights = rightsOn(before);
      for (const less of lessOf(before)) for (const right of rightsOn(less)) expect(rights).toContain(right);
    }),
  );
});

test("who is suspended, and who has no role and acts for nobody, may nothing", () => {
  fc.assert(
    fc.property(two, ({ own, holder }) => {
      expect(rightsOn({ own: { ...own, status: "suspended" }, holder }).size).toBe(0);
      expect(
        rightsOn({ own: { ...own, assignments: [] }, holder: { ...holder, delegations: [] } }).size,
      ).toBe(0);
    }),
  );
});

test("a delegate may in a role what its holder may there, but for what is the holder's own", () => {
  fc.assert(
    fc.property(two, ({ own, holder }) => {
      const ofHolder = rightsOf(rolesOn(holder, today).map((each) => actorIn(holder, each)));
      const forHolder = rightsOf(actorsFor(own, holder, today).map(({ actor }) => actor));
      expect(added(forHolder, ofHolder)).toEqual([]);
    }),
  );
});

test("without unit, number or numbers that were merged nobody stands nearer to anything", () => {
  const actor = fc.record(
    {
      id: fc.constant("100001"),
      role: fc.constantFrom(...personRoles),
      unit: fc.constantFrom(...codes),
      serviceNumber: fc.constantFrom("100001", "100003"),
      mergedNumbers: fc.constant("100003").map((each) => [each]),
    },
    { requiredKeys: ["id", "role"] },
  );
  fc.assert(
    fc.property(actor, (whole) => {
      const rights = rightsOf([whole]);
      const less = [
        { ...whole, unit: undefined },
        { ...whole, serviceNumber: undefined },
        { ...whole, mergedNumbers: [] },
      ];
      expect(less.flatMap((each) => added(rightsOf([each]), rights))).toEqual([]);
    }),
  );
});
