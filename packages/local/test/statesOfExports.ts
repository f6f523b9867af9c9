import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { noteText } from "@dunmiao/domain/audit/signedNote";
import { headText } from "@dunmiao/domain/audit/treeHead";
import { keepChecked } from "@dunmiao/store/audit/differences";
import { headKey } from "@dunmiao/store/engine/treeKeys";
import { bodyOf } from "../../web/test/app.ts";
import { post, type StatesApp, words } from "./statesApp.ts";

/** A day is signed; one export is asked for and is being written, one was cancelled. */
export async function auditExports({ auditor, store }: StatesApp): Promise<string[]> {
  const day = "2026-03-01";
  const none = "0".repeat(64);
  const note = noteText(headText({ origin: "dunmiao.test", size: 0, root: none, day, sm3: none }), [
    "— dunmiao.test AAAAAAAAAAAA\n",
  ]);
  await store.documents.send(
    new PutCommand({ TableName: store.tableName, Item: { ...headKey(day), day, size: 0, note } }),
  );
  const wish = { of: "all", purpose: words.reason };
  const ask = () => bodyOf<{ location: string }>(post(auditor, "/audit/exports", wish));
  const [written, cancelled] = [await ask(), await ask()];
  await post(auditor, `${cancelled.location}/cancel`, {});
  return ["/audit/exports", "/audit/exports/new", written.location, cancelled.location];
}

/** Another organ signs the heads of days beside us. */
export async function cosigners({ as }: StatesApp): Promise<string[]> {
  const security = await as({ id: "security-1", role: "security" });
  const key = "discipline+33d63ac2+AQSFCwiCVxC3akugQGnqVDaGelD1bda6NC1o2VkYX9tk";
  await post(security, "/audit/cosigners", { organ: words.reason, key });
  return ["/audit/heads", "/audit/cosigners"];
}

/** Checks found three records that do not agree: one of them was put right, one is signed for. */
export async function differences({ auditor, store }: StatesApp): Promise<string[]> {
  const found = (id: string, ...faults: string[]) =>
    keepChecked(store, { kind: "unit", id, faults }, "2026-03-02");
  await found("JG-01", "altered-record v1");
  await found("JG-02", "removed 2026-03-01");
  await found("JG-03", "cut-off 2026-03-01", "tree-row");
  await found("JG-02");
  await post(auditor, "/audit/differences", { difference: "1 unit JG-01", note: words.reason });
  return ["/audit/differences"];
}
