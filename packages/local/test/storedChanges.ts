import { addDays } from "@dunmiao/domain/calendarDate";
import type { StoredRecord, StoredWorld } from "./storedWorld.ts";

type Act = { role: "hr" | "approver"; path: string; body: Record<string, unknown> };
const document = { number: "核〔2026〕990 号", title: "核对依据" };

/**
 * One change to a record that can still be changed, as a person makes it today; undefined for one that is closed for
 * good, or that only the workflow changes.
 */
function actOn({ kind, id, record }: StoredRecord, today: string): Act | undefined {
  switch (kind) {
    case "secondment":
      return actOnSecondment(id, record, today);
    case "cohort": {
      const headline = { title: "核对", total: 3, source: "核对报道", on: today };
      const seen = record.headline?.revision ?? 0;
      return { role: "hr", path: `/cohorts/${id}/awards/headline`, body: { ...headline, seen } };
    }
    case "unit": {
      const { name, kind: unitKind, parent } = record;
      return {
        role: "hr",
        path: "/units",
        body: { code: id, name: `${name}改`, kind: unitKind, ...(parent && { parent }) },
      };
    }
    case "officer": {
      const isOpen = record.corrections?.some(({ state }: { state: string }) => state === "proposed");
      if (record.mergedInto || isOpen) return undefined;
      const evidence = { ...document, date: today };
      const body = { birthMonth: "1993-03", evidence, seen: record.version };
      return { role: "hr", path: `/officers/${id}/corrections`, body };
    }
    case "scheme": {
      if (record.status !== "draft") return undefined;
      const [scheme = ""] = id.split(".");
      const body = { version: record.scheme.version, seen: record.revision, reviewWindowDays: 31 };
      return { role: "hr", path: `/schemes/${scheme}/draft`, body };
    }
    case "notice":
      return record.status === "loaded"
        ? { role: "approver", path: `/calendar/notices/${id}/confirm`, body: {} }
        : undefined;
    case "spot-check":
      if (record.state !== "committed") return undefined;
      return record.on > today
        ? { role: "hr", path: `/spot-checks/${id}/cancel`, body: { reason: "核对" } }
        : { role: "hr", path: `/spot-checks/${id}/reveal`, body: {} };
    case "pair": {
      if (record.status === "proposed") return { role: "approver", path: `/pairs/${id}/approve`, body: {} };
      const body = { aim: "核对" };
      return record.status === "active" ? { role: "hr", path: `/pairs/${id}/agreement`, body } : undefined;
    }
    case "pair-scheme": {
      if (record.status !== "draft") return undefined;
      const [scheme = ""] = id.split(".");
      const body = { version: record.scheme.version, seen: record.revision, objectionMonths: 2 };
      return { role: "hr", path: `/pair-schemes/${scheme}/draft`, body };
    }
    case "place": {
      const { kind: placeKind, name, unit, isClosed } = record;
      const place = { code: id, kind: placeKind, name: `${name}改`, unit, isClosed };
      return { role: "hr", path: "/places", body: { places: [place] } };
    }
    case "post":
      return record.ended || record.to <= today
        ? undefined
        : { role: "hr", path: `/posts/${id}/end`, body: { on: addDays(record.to, -1), reason: "核对" } };
    case "account":
    case "cosigner":
    case "audit-export":
      // Kept by people who sign in or by the security officer, or asked for by auditors, not by the offices of this test.
      return undefined;
    case "import":
      return record.status === "checked" && record.errorCount === 0 && !record.questions
        ? { role: "hr", path: `/imports/${id}/confirm`, body: {} }
        : undefined;
  }
}

function actOnSecondment(id: string, record: StoredRecord["record"], today: string): Act | undefined {
  const { status, term } = record;
  if (status === "withdrawn") return undefined;
  if (["planned", "serving", "under-review", "awaiting-ruling"].includes(status)) {
    const on = addDays(term.from, 30);
    return { role: "hr", path: `/secondments/${id}/absences`, body: { class: "sick", from: on, to: on } };
  }
  const body = { level: "commendation", date: today, documentNumber: document.number, title: "核对" };
  return { role: "hr", path: `/secondments/${id}/awards`, body };
}

/** Makes one change to each of these records that can be changed; answers which kinds were, and what was not accepted. */
export async function changeEverything({ as, today }: StoredWorld, records: readonly StoredRecord[]) {
  const clients = { hr: await as("hr"), approver: await as("approver") };
  const refused: string[] = [];
  const changed: StoredRecord["kind"][] = [];
  for (const each of records) {
    const act = actOn(each, today);
    if (!act) continue;
    const response = await clients[act.role].post(act.path, act.body);
    if (response.status === 200 || response.status === 201) changed.push(each.kind);
    else refused.push(`${each.kind} ${each.id}: ${response.status} ${await response.text()}`);
  }
  return { changed, refused };
}
