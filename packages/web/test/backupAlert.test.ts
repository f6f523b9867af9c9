import type { Backups } from "@dunmiao/domain/backup";
import { expect, test } from "vitest";
import { accountsApp, bothHands } from "./accounts.ts";
import { bodyOf } from "./app.ts";

type Inbox = { items: { code: string; on: string; matter: { label: string } }[] };

test("the administrator's inbox tells of a backup that is missing, old or failed, until a new one is there", async () => {
  const held: { backups: Backups } = { backups: {} };
  const hands = await bothHands(await accountsApp({ backups: () => held.backups }));
  const { administrator, security, clock } = hands;
  const told = async (who = administrator) =>
    (await bodyOf<Inbox>(who.get("/notifications"))).items.filter(({ code }) => code.startsWith("backup"));
  const hoursAgo = (hours: number) => new Date(clock.at.getTime() - hours * 3_600_000).toISOString();
  const cases: [Backups, { code: string; matter: { label: unknown } }[]][] = [
    [{}, [{ code: "backup-missing", matter: { label: expect.stringContaining("还没有备份") } }]],
    [{ last: hoursAgo(26) }, []],
    [
      { last: hoursAgo(26.1) },
      [{ code: "backup-old", matter: { label: expect.stringContaining("超过 26 小时") } }],
    ],
    [
      { last: hoursAgo(30), failed: "not-writable" },
      [{ code: "backup-old", matter: { label: expect.stringMatching(/超过 26 小时.*目录不可写/) } }],
    ],
    [
      { last: hoursAgo(1), failed: "no-room" },
      [{ code: "backup-missing", matter: { label: expect.stringContaining("磁盘空间不足") } }],
    ],
    [{ last: hoursAgo(1) }, []],
  ];
  for (const [backups, expected] of cases) {
    held.backups = backups;
    expect(await told()).toMatchObject(expected);
    expect(await told(security)).toEqual([]);
    const page = await (await administrator.page("/notifications")).text();
    for (const { matter } of expected) expect(page).toEqual(matter.label);
  }
});
