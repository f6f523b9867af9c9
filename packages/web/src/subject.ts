import { nameNow } from "@dunmiao/domain/officerCorrection";
import { accountNoun } from "@dunmiao/store/account";
import { auditExportNoun } from "@dunmiao/store/auditExport";
import { cohortNoun } from "@dunmiao/store/cohort";
import { concurrentPostNoun } from "@dunmiao/store/concurrentPost";
import { cosignerNoun } from "@dunmiao/store/cosigner";
import type { Store } from "@dunmiao/store/engine/client";
import type { Kind } from "@dunmiao/store/engine/kinds";
import { loadRecord } from "@dunmiao/store/engine/record";
import { importNoun } from "@dunmiao/store/import";
import { noticeNoun } from "@dunmiao/store/notice";
import { officerNoun } from "@dunmiao/store/officer";
import { pairNoun } from "@dunmiao/store/pair";
import { pairSchemeNoun } from "@dunmiao/store/pairSchemeRecord";
import { placeNoun } from "@dunmiao/store/place";
import { schemeNoun } from "@dunmiao/store/schemeRecord";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { spotCheckNoun } from "@dunmiao/store/spotCheck";
import { unitNoun } from "@dunmiao/store/unit";
import { formatInstant } from "./ui/format.ts";
import { postName } from "./ui/postName.ts";
import { schemeName } from "./ui/schemeName.ts";
import type { Text } from "./ui/text.ts";

type NameOf = (store: Store, id: string, text: Text) => Promise<string | undefined>;

const names: Readonly<Partial<Record<Kind, NameOf>>> = {
  secondment: async (store, id) => {
    const secondment = await loadRecord(store, secondmentNoun, id);
    return secondment && nameNow(secondment);
  },
  cosigner: async (store, id) => (await loadRecord(store, cosignerNoun, id))?.organ,
  cohort: async (store, id) => (await loadRecord(store, cohortNoun, id))?.name,
  unit: async (store, id) => (await loadRecord(store, unitNoun, id))?.name,
  officer: async (store, id) => (await loadRecord(store, officerNoun, id))?.name,
  import: async (store, id) => (await loadRecord(store, importNoun, id))?.fileName,
  notice: async (store, id) => {
    const notice = await loadRecord(store, noticeNoun, id);
    return notice && (notice.title ?? String(notice.year));
  },
  scheme: async (store, id, text) => {
    const stored = await loadRecord(store, schemeNoun, id);
    return stored && schemeName(text, stored.scheme);
  },
  "pair-scheme": async (store, id, text) => {
    const stored = await loadRecord(store, pairSchemeNoun, id);
    return stored && schemeName(text, stored.scheme);
  },
  place: async (store, id) => (await loadRecord(store, placeNoun, id))?.name,
  post: async (store, id, text) => {
    const post = await loadRecord(store, concurrentPostNoun, id);
    return post && postName(text, post);
  },
  "spot-check": async (store, id, text) => {
    const check = await loadRecord(store, spotCheckNoun, id);
    return check && text.spotCheckPage.one({ on: check.on });
  },
  "audit-export": async (store, id, text) => {
    const found = await loadRecord(store, auditExportNoun, id);
    return found && text.auditExportPage.one({ at: formatInstant(found.asked.at) });
  },
  account: async (store, id, text) => {
    const account = await loadRecord(store, accountNoun, id);
    return account && text.accountPage.one({ name: account.name, number: id });
  },
  pair: async (store, id, text) => {
    const pair = await loadRecord(store, pairNoun, id);
    const [mentor, apprentice] = [pair?.mentor.officer.name, pair?.apprentice.officer.name];
    return mentor && apprentice && text.pairPage.one({ mentor, apprentice });
  },
};

/** What a record is called by people: one GetItem. */
export async function subjectOf(store: Store, of: { kind: Kind; id: string }, text: Text): Promise<string> {
  return (await names[of.kind]?.(store, of.id, text)) ?? text.gone.record;
}
