import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Assessment } from "@dunmiao/domain/assessment";
import type { SecondmentEvent } from "@dunmiao/domain/eventType";
import { accept } from "@dunmiao/domain/refusal";
import { writeHandOver } from "@dunmiao/domain/term/writeHandOver";
import {
  calendarKey,
  digestKey,
  factsClaimKey,
  type Key,
  numberClaimKey,
  officerClaimKey,
  postClaimKey,
  recordKey,
  textKey,
} from "@dunmiao/store/engine/keys";
import { chunkKey, chunkOutcomeKey } from "@dunmiao/store/importKeys";
import { identityKeys } from "@dunmiao/store/numberClaims";
import { saveOfficer } from "@dunmiao/store/saveOfficer";
import { storedSummarySchema, summaryText } from "@dunmiao/store/summaryText";
import { beforeEach, describe, expect, test } from "vitest";
import { editItem } from "../../store/test/editItem.ts";
import { changedByTest, happened } from "../../store/test/happened.ts";
import { leave, reportIn } from "../../workflow/test/support/acts.ts";
import { addImport, personRow } from "../../workflow/test/support/imports.ts";
import { addNotice, dayAfter, recount } from "../../workflow/test/support/notices.ts";
import {
  act,
  addCohort,
  openWorld,
  secondmentOf,
  stationOf,
  type World,
} from "../../workflow/test/support/world.ts";
import { holdClaims } from "../src/holdClaims.ts";
import { verifyTable } from "../src/verifyTable.ts";

const start = "2026-03-02";
const post = "挂职副所长";
const number = "100001";
let world: World;
let id: string;
let people: string[];

/** Two people, one of them with a hand-over and leave; an import of a third that is through. */
beforeEach(async () => {
  world = await openWorld(start, 3);
  people = await addCohort(world, { id: "c1", startsOn: start, people: [1, 2] });
  id = people[0] ?? "";
  await reportIn(world, id);
  await leave(world, id, "2026-03-09", "2026-03-10");
  await act(world, id, "officer", (ground) => writeHandOver(ground, { words: { people: "secret" } }));
  await addImport(world, "i1", [personRow(3)]);
  await world.tasks.importChunk({ importId: "i1", asOf: start, chunk: 1 });
  await world.tasks.finishImport({ importId: "i1", asOf: start });
});

const found = async () => {
  const { faults } = await verifyTable(world.store);
  return faults.map(({ kind, id: of, fault }) => `${kind} ${of}: ${fault}`);
};

const edit = (key: Key, how: Parameters<typeof editItem>[2]) => editItem(world.store, key, how);

async function put(Item: Record<string, unknown>): Promise<void> {
  await world.store.documents.send(new PutCommand({ TableName: world.store.tableName, Item }));
}

async function remove(Key: Key): Promise<void> {
  await world.store.documents.send(new DeleteCommand({ TableName: world.store.tableName, Key }));
}

const ofSecondment = () => recordKey("secondment", id);
const handOver = () => textKey("secondment", id, "HANDOVER", "1");
const peopleRow = () => digestKey("c1", number, id);

/** The stored summary with another count. */
function recounted(item: { summary: string }): void {
  item.summary = summaryText({ ...storedSummarySchema.parse(item.summary), counted: 1.5 });
}

test("what nobody touched has no fault, and everything was checked", async () => {
  expect(await verifyTable(world.store)).toEqual({
    checked: 6 + 2 + 1 + 3 + 3,
    faults: [],
    recounting: {},
  });
});

describe("beside a secondment", () => {
  const places = [
    "cohortId",
    "serviceNumber",
    "hostBranch",
    "hostSort",
    "sendingUnit",
    "officer",
    "termFrom",
  ];
  const inEvery = () => places.map((name) => `secondment ${id}: index ${name}`).toSorted();

  test("a wrong place in every index, and none at all", async () => {
    await edit(ofSecondment(), (item) => {
      for (const name of places) item[name] = "other";
    });
    expect((await found()).toSorted()).toEqual(inEvery());
    await edit(ofSecondment(), (item) => {
      for (const name of places) delete item[name];
    });
    expect((await found()).toSorted()).toEqual(inEvery());
  });

  test("a place in an index that it has not", async () => {
    await edit(ofSecondment(), (item) => Object.assign(item, { directory: "unit", directorySort: "x" }));
    expect(await found()).toEqual([
      `secondment ${id}: index directory`,
      `secondment ${id}: index directorySort`,
    ]);
  });

  test("another due date, and none", async () => {
    await edit(ofSecondment(), (item) => Object.assign(item, { dueAt: `2099-01-01#${id}` }));
    expect(await found()).toEqual([`secondment ${id}: due-on`]);
    await edit(ofSecondment(), (item) => {
      delete item.dueAt;
      delete item.dueKind;
    });
    expect(await found()).toEqual([`secondment ${id}: due-on`]);
  });

  test("another count in the summary, and a summary that is none", async () => {
    await edit(ofSecondment(), recounted);
    expect(await found()).toEqual([`secondment ${id}: summary`]);
    await edit(ofSecondment(), (item) => Object.assign(item, { summary: "secret" }));
    expect(await found()).toEqual([`secondment ${id}: summary`]);
  });

  test("another count in the row among the people, no row, and a row of nobody", async () => {
    await edit(peopleRow(), (item) => {
      item.digest = JSON.stringify({ ...JSON.parse(item.digest), counted: 1.5 });
    });
    expect(await found()).toEqual([`secondment ${id}: people-row`]);
    await remove(peopleRow());
    expect(await found()).toEqual([`secondment ${id}: people-row`]);
    await put({ ...digestKey("c2", number, id), digest: "{}" });
    expect(await found()).toContain(`people-row c2 ${number}#${id}: without-record`);
  });

  test("a scheme that does not exist stops nothing: the record is named, and the rest is checked", async () => {
    await edit(ofSecondment(), ({ record }) => Object.assign(record, { schemeId: "made-up" }));
    await edit(recordKey("unit", "4201"), (item) => Object.assign(item.summary, { more: 1 }));
    expect((await found()).toSorted()).toEqual([
      `secondment ${id}: altered-record`,
      `secondment ${id}: unknown-scheme`,
      "unit 4201: summary",
    ]);
  });

  test("words that were changed, and words that are gone; what they say is not told", async () => {
    await edit(handOver(), ({ text }) => Object.assign(text, { people: "other secret" }));
    expect(await found()).toEqual([`secondment ${id}: text HANDOVER 1`]);
    await remove(handOver());
    expect(await found()).toEqual([`secondment ${id}: text-missing HANDOVER 1`]);
  });
});

test("a row among the people from before it told what is due, what waits, who wrote forms and why they were sent back, is no fault", async () => {
  const by = { id: "branch-1", role: "branch", name: "经办", unitName: "分局一" } as const;
  const history: Assessment["history"] = [
    { act: "submit", by, on: start, version: 5 },
    { act: "return", by, on: start, version: 6, reason: "too short" },
  ];
  await act(world, id, "branch", ({ secondment }) =>
    accept({
      after: {
        ...secondment,
        assessments: [
          {
            id: "f1",
            checkpoint: "mid-term",
            form: "opinion",
            by: "branch",
            state: "returned",
            revision: 2,
            evidence: [],
            history,
          },
        ],
        absences: [
          ...secondment.absences,
          {
            id: "a90",
            revision: 1,
            kind: "request",
            state: "requested",
            decisions: [],
            class: "sick",
            from: "2026-04-20",
            to: "2026-04-24",
            recordedBy: by,
            recordedOn: start,
          },
        ],
      },
      event: changedByTest,
    }),
  );
  expect(await found()).toEqual([]);
  const before = async (
    how: (digest: { forms: string[][]; signers?: unknown; pending?: unknown; next?: unknown }) => void,
  ) =>
    edit(peopleRow(), (item) => {
      const digest = JSON.parse(item.digest);
      how(digest);
      item.digest = JSON.stringify(digest);
    });
  await before((digest) => Object.assign(digest, { next: "2031-01-01" }));
  expect(await found()).toEqual([`secondment ${id}: people-row`]);
  await before((digest) => delete digest.next);
  expect(await found()).toEqual([]);
  await before((digest) => Object.assign(digest, { pending: 99 }));
  expect(await found()).toEqual([`secondment ${id}: people-row`]);
  await before((digest) => delete digest.pending);
  await before((digest) => delete digest.signers);
  expect(await found()).toEqual([]);
  await before(({ forms }) => forms[0]?.splice(7));
  expect(await found()).toEqual([]);
  await before((digest) => Object.assign(digest, { signers: [["branch-1", "branch", "somebody else"]] }));
  expect(await found()).toEqual([`secondment ${id}: people-row`]);
});

test("an event whose change is not what its type says is named by version and member, not by content", async () => {
  const change = { absenceId: "a1", state: "approved", countedDays: 2, more: "secret" };
  for (const type of ["absence.approved", "absence.of-a-later-release"])
    await act(world, id, "branch", ({ secondment }) =>
      accept({ after: secondment, event: happened(type, change) as SecondmentEvent }),
    );
  const { version } = await secondmentOf(world, id);
  expect(await found()).toEqual([
    `secondment ${id}: event-unreadable ${version - 1}: more`,
    `secondment ${id}: event-unreadable ${version}: type`,
  ]);
});

test("words of a revision that was replaced are still those that the trail names", async () => {
  await act(world, id, "officer", (ground) => writeHandOver(ground, { words: { people: "new" }, seen: 1 }));
  expect(await found()).toEqual([]);
  await edit(handOver(), ({ text }) => Object.assign(text, { people: "other secret" }));
  expect(await found()).toEqual([`secondment ${id}: text HANDOVER 1`]);
  await remove(handOver());
  expect(await found()).toEqual([`secondment ${id}: text-missing HANDOVER 1`]);
});

describe("claims", () => {
  const claims: [string, Key][] = [
    ["officer", officerClaimKey(number)],
    ["post", postClaimKey(stationOf(1).code, post)],
  ];

  test.each(claims)("of the %s: a day less, nothing held, no claim at all", async (holder, key) => {
    const fault = [`secondment ${id}: ${holder}-claim`];
    await edit(key, ({ periods }) => Object.assign(periods[0], { to: "2027-02-28" }));
    expect(await found()).toEqual(fault);
    await edit(key, (item) => Object.assign(item, { periods: [] }));
    expect(await found()).toEqual(fault);
    await remove(key);
    expect(await found()).toEqual(fault);
  });

  test.each(claims)("of the %s: held for nobody, and for somebody who is elsewhere", async (_, key) => {
    const [, other = ""] = people;
    for (const secondmentId of ["nobody", other]) {
      const period = { secondmentId, from: "2030-01-01", to: "2030-12-31" };
      await edit(key, (item) => Object.assign(item, { periods: [item.periods[0], period] }));
      const name = key.pk.slice("CLAIM#".length);
      expect(await found()).toEqual([`claim ${name}: without-record ${secondmentId}`]);
    }
  });

  test("that do not parse", async () => {
    await edit(officerClaimKey(number), (item) => Object.assign(item, { periods: "secret" }));
    expect((await found()).toSorted()).toEqual([
      `claim OFFICER#${number}: unreadable`,
      expect.stringMatching(`^secondment ${id}: unreadable`),
    ]);
  });
});

test.each([
  ["unit", "4201"],
  ["cohort", "c1"],
  ["officer", number],
  ["import", "i1"],
] as const)("a %s that lists find elsewhere, or under another summary", async (kind, of) => {
  await edit(recordKey(kind, of), (item) => Object.assign(item, { directorySort: "elsewhere" }));
  expect(await found()).toEqual([`${kind} ${of}: index directorySort`]);
  await edit(recordKey(kind, of), (item) => Object.assign(item.summary, { more: 1 }));
  expect(await found()).toEqual([`${kind} ${of}: index directorySort`, `${kind} ${of}: summary`]);
});

describe("an import", () => {
  const outcome = chunkOutcomeKey("i1", 1);

  test("whose outcome says more than its rows", async () => {
    await edit(outcome, (item) => Object.assign(item.outcome, { done: 2, created: 2 }));
    expect(await found()).toEqual(["import i1: outcomes", "import i1: outcome 1"]);
  });

  test("that is finished without an outcome, or has one that nobody asked for", async () => {
    const { documents, tableName: TableName } = world.store;
    const { Item } = await documents.send(new GetCommand({ TableName, Key: outcome }));
    await remove(outcome);
    expect(await found()).toEqual(["import i1: outcomes", "import i1: outcome-missing 1"]);
    await put({ ...Item, ...outcome });
    await put({ ...Item, ...chunkOutcomeKey("i1", 2) });
    expect(await found()).toEqual(["import i1: outcome-unasked 2", "import i1: outcomes"]);
  });

  test("whose rows are gone, or name somebody who is not there", async () => {
    await edit(chunkKey("i1", 1), ({ rows }) => Object.assign(rows[0].officer, { serviceNumber: "100099" }));
    expect(await found()).toEqual([
      "import i1: outcome-without-record 1: officer 100099",
      "import i1: outcome-without-record 1: secondment i1-100099",
    ]);
    await remove(chunkKey("i1", 1));
    expect(await found()).toEqual(["import i1: outcome 1", "import i1: rows"]);
  });

  test("that is not through yet has no outcomes, and that is no fault", async () => {
    await addImport(world, "i2", [personRow(1)]);
    expect(await found()).toEqual([]);
  });
});

describe("the calendar", () => {
  const summaryOf = async () => {
    const { documents, tableName: TableName } = world.store;
    const { Item } = await documents.send(new GetCommand({ TableName, Key: ofSecondment() }));
    return Item?.summary;
  };

  test("in force that is not what its notices make", async () => {
    await addNotice(world, "n1");
    await recount(world, "n1", start);
    await recount(world, "n1", dayAfter(start));
    expect(await verifyTable(world.store)).toMatchObject({ faults: [], recounting: {} });
    await edit(calendarKey, ({ notices }) => notices[0].days.pop());
    expect(await found()).toEqual(["calendar in-force: notices"]);
    await edit(calendarKey, (item) => Object.assign(item, { version: 7 }));
    expect(await found()).toEqual(["calendar in-force: version", "calendar in-force: notices"]);
    await edit(calendarKey, (item) => Object.assign(item, { notices: "secret" }));
    expect(await found()).toEqual(["calendar in-force: unreadable"]);
  });

  test("before a recount: who stands as before is told of the notice; another count is a fault all the same", async () => {
    await addNotice(world, "n1");
    expect(await verifyTable(world.store)).toMatchObject({ faults: [], recounting: { n1: 3 } });
    await edit(ofSecondment(), recounted);
    expect(await verifyTable(world.store)).toMatchObject({
      faults: [{ kind: "secondment", id, fault: "summary" }],
      recounting: { n1: 2 },
    });
  });

  test("after a recount: a summary set back to what it was before is a fault", async () => {
    const before = await summaryOf();
    await addNotice(world, "n1");
    await recount(world, "n1", start);
    await recount(world, "n1", dayAfter(start));
    expect(await summaryOf()).not.toBe(before);
    await edit(ofSecondment(), (item) => Object.assign(item, { summary: before }));
    expect(await found()).toEqual([`secondment ${id}: summary`]);
  });
});

test("a notice and a record that changes while the table is checked are no faults", async () => {
  const checking = verifyTable(world.store);
  await addNotice(world, "n1");
  await leave(world, people[1] ?? "", "2026-04-13", "2026-04-14");
  await recount(world, "n1", start);
  const { faults } = await checking;
  expect(faults).toEqual([]);
});

describe("the claims on numbers and facts", () => {
  const facts = { sex: "male", birthMonth: "1990-01", kind: "officer", homeUnit: "4201" } as const;
  const entered = { ...facts, serviceNumber: "700001", name: "甲" };
  const keys = () => identityKeys(entered);
  beforeEach(async () => {
    expect(await saveOfficer(world.acting(), entered)).toMatchObject({ outcome: "committed" });
  });

  test("agree with who was entered; people of before have none until they are written", async () => {
    expect(await found()).toEqual([]);
    for (const key of keys()) await remove(key);
    expect((await found()).toSorted()).toEqual([
      "officer 700001: facts-claim",
      "officer 700001: number-claim",
    ]);
    expect(await holdClaims(world.store)).toMatchObject({ written: 2, dropped: 0, alike: [] });
    expect(await found()).toEqual([]);
    expect(await holdClaims(world.store)).toMatchObject({ written: 0, dropped: 0, alike: [] });
  });

  test("one that is gone, and one that names somebody else", async () => {
    const [number, held] = keys();
    await remove(held);
    expect(await found()).toEqual(["officer 700001: facts-claim"]);
    await put({ ...held, version: 1, numbers: ["700001"] });
    await edit(number, (item) => Object.assign(item, { numbers: ["100001"] }));
    expect((await found()).toSorted()).toEqual([
      "claim NUMBER#700001: without-record 100001",
      "officer 700001: number-claim",
    ]);
  });

  test("one of nobody, one on facts that the officer has not, and one that is unreadable", async () => {
    await put({ ...numberClaimKey("9"), version: 1, numbers: ["09"] });
    await put({ ...factsClaimKey("other"), version: 1, numbers: ["700001"] });
    await put({ ...numberClaimKey("8"), version: 1 });
    expect((await found()).toSorted()).toEqual([
      `claim ${factsClaimKey("other").pk}: without-record 700001`,
      "claim NUMBER#8: unreadable",
      "claim NUMBER#9: without-record 09",
    ]);
    expect(await holdClaims(world.store)).toMatchObject({ written: 0, dropped: 2 });
    expect(await found()).toEqual(["claim NUMBER#8: unreadable"]);
  });
});
