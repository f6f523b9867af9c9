import {
  formatVersion,
  type Manifest,
  manifestSchema,
  partNames,
  type RecordLine,
  recordLineSchema,
} from "@dunmiao/domain/audit/exportParts";
import { readmeText } from "@dunmiao/domain/audit/exportReadme";
import type { KeyRing } from "@dunmiao/domain/audit/keyRing";
import type { NoteKey } from "@dunmiao/domain/audit/signedNote";
import type { TreeHead } from "@dunmiao/domain/audit/treeHead";
import { type Cosigner, cosignerIn } from "@dunmiao/domain/cosigner";
import { ruleCollector } from "@dunmiao/store/audit/ruleParts";
import type { Finding } from "./findings.ts";
import type { Progress } from "./progress.ts";
import { openZip, type Parts } from "./readZip.ts";
import { type Rules, recount, rulesCollector } from "./recount.ts";
import { ringOf } from "./trustedKeys.ts";
import { type CosignedUntil, verifyCosignatures } from "./verifyCosignatures.ts";
import { type CheckedRecords, verifyRecordParts } from "./verifyRecords.ts";
import { verifyRuleParts } from "./verifyRuleParts.ts";
import { jsonOf, recordName, verifyTreeParts } from "./verifyTree.ts";

type Report = (finding: Finding) => void;
/** What a check of an export found; `days`: the last day that a signed head covers; `keys`: by which it was checked; `isOwnKey`: they came from the export. */
export type Verified = CheckedRecords & {
  findings: Finding[];
  manifest: Manifest | undefined;
  head: TreeHead | undefined;
  leaves: number;
  recounted: number;
  keys: KeyRing;
  isOwnKey: boolean;
  cosigned: CosignedUntil[];
};
/** What the auditor kept elsewhere, and who is told how far a check has come. */
export type Checking = {
  keys?: KeyRing | undefined;
  head?: TreeHead | undefined;
  /** Keys of others who sign heads. */
  cosigners?: readonly NoteKey[] | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
};

const nothing = {
  manifest: undefined,
  head: undefined,
  leaves: 0,
  recounted: 0,
  records: 0,
  events: 0,
  afterHead: 0,
} as const;

/** Checks everything in an export that can be checked; never throws for what a file holds. */
export async function verifyExport(file: Blob, checking: Checking = {}): Promise<Verified> {
  let parts: Parts;
  try {
    parts = await openZip(file);
  } catch (error) {
    return {
      ...nothing,
      cosigned: [],
      keys: [],
      isOwnKey: !checking.keys,
      findings: [unreadable("zip", error)],
    };
  }
  try {
    return await verifyParts(parts, checking);
  } finally {
    await parts.close();
  }
}

/** The same of parts that were opened. */
export async function verifyParts(parts: Parts, checking: Checking = {}): Promise<Verified> {
  const verified: Verified = { ...nothing, findings: [], cosigned: [], keys: [], isOwnKey: !checking.keys };
  try {
    await verifyAll(parts, checking, verified);
  } catch (error) {
    verified.findings.push(unreadable("zip", error));
  }
  return verified;
}

function unreadable(about: string, error: unknown): Finding {
  return { code: "not-readable", about, detail: error instanceof Error ? error.message : String(error) };
}

async function verifyAll(parts: Parts, checking: Checking, verified: Verified): Promise<void> {
  const report: Report = (finding) => {
    verified.findings.push(finding);
  };
  const { head: held, onProgress = () => {} } = checking;
  if (!(await verifyManifest(parts, verified, { report, onProgress }))) return;
  const ring = await ringOf(parts, checking.keys, report);
  if (!ring) return;
  verified.keys = ring;
  const tree = await verifyTreeParts(parts, { ring, held, report, onProgress });
  verified.head = tree.last;
  verified.leaves = tree.leaves;
  const { manifest } = verified;
  const verifier = parts.names.includes(partNames.verifier) ? "in" : "lacking";
  const told = manifest && manifest.version < 3 ? undefined : verifier;
  if (tree.last && (await parts.text(partNames.readme)) !== readmeText({ ...tree.last, verifier: told }))
    report({ code: "part-altered", about: partNames.readme });
  const { rules, cosigners } = await rulesOf(parts, report);
  verified.cosigned = await verifyCosignatures(parts, {
    own: ring,
    last: tree.last?.day ?? "",
    cosigners,
    held: checking.cosigners ?? [],
    report,
  });
  const checked = await verifyRecordParts(parts, tree, {
    isWhole: manifest?.scope.of === "all",
    report,
    onProgress,
    each: async (record, value) => {
      if (record.kind === "secondment" && (await recounted(record, value, { rules, report })))
        verified.recounted += 1;
    },
  });
  Object.assign(verified, checked);
  for (const figure of ["records", "events"] as const)
    if (manifest?.[figure] !== undefined && manifest[figure] !== checked[figure])
      report({ code: "totals-differ", about: figure, detail: `${manifest[figure]} / ${checked[figure]}` });
}

async function recounted(
  record: RecordLine,
  value: unknown,
  { rules, report }: { rules: Rules; report: Report },
): Promise<boolean> {
  try {
    return await recount(record, value, { rules, report });
  } catch {
    // Dates and numbers that parse and lead nowhere, e.g. a term that ends before it starts.
    report({ code: "record-unreadable", about: recordName(record) });
    return false;
  }
}

async function rulesOf(parts: Parts, report: Report): Promise<{ rules: Rules; cosigners: Cosigner[] }> {
  const collector = rulesCollector();
  const written = ruleCollector();
  const cosigners: Cosigner[] = [];
  for await (const line of parts.lines(partNames.records)) {
    const { data } = recordLineSchema.safeParse(jsonOf(line));
    if (!data) continue;
    const value = jsonOf(data.record);
    collector.add(data, value);
    written.add(data.kind, value);
    const cosigner = cosignerIn(data.kind, value);
    if (cosigner) cosigners.push(cosigner);
  }
  await verifyRuleParts(parts, await written.parts(), report);
  return { rules: await collector.rules(), cosigners };
}

/** Whether the file is an export at all and has the parts that the rest of the check stands on. */
async function verifyManifest(
  parts: Parts,
  verified: Verified,
  { report, onProgress }: { report: Report; onProgress: (progress: Progress) => void },
): Promise<boolean> {
  const text = parts.names.includes(partNames.manifest) ? await parts.text(partNames.manifest) : "";
  const { data: manifest } = manifestSchema.safeParse(jsonOf(text));
  if (!manifest || manifest.version > formatVersion) {
    report({ code: "foreign-format", about: partNames.manifest });
    return false;
  }
  verified.manifest = manifest;
  const named = new Map(manifest.parts.map((each) => [each.name, each]));
  for (const name of parts.names)
    if (name !== partNames.manifest && !named.has(name)) report({ code: "part-unknown", about: name });
  for (const name of parts.doubled) report({ code: "part-altered", about: name });
  const total = manifest.parts.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const [name, told] of named) {
    onProgress({ step: "parts", done, total });
    done += told.bytes;
    if (!parts.names.includes(name)) {
      report({ code: "part-missing", about: name });
      continue;
    }
    const is = await parts.digests(name);
    if (is.bytes !== told.bytes || is.sha256 !== told.sha256 || is.sm3 !== told.sm3)
      report({ code: "part-altered", about: name });
  }
  const { records, events, texts, leaves, key, readme } = partNames;
  const lacking = [records, events, texts, leaves, key, readme].filter((name) => !parts.names.includes(name));
  for (const name of lacking) if (!named.has(name)) report({ code: "part-missing", about: name });
  return lacking.length === 0;
}
