import { schemaVersion } from "../schemaVersion.ts";
import type { Scheme } from "../scheme.ts";

/** The settings that came after the first schema version, which not every stored version states. */
export const laterSettings = ["findingBetweenRequests", "findingDismissedBy", "groupHalfDays"] as const;
export type LaterSetting = (typeof laterSettings)[number];
type LaterSettings = { readonly [name in LaterSetting]: NonNullable<Scheme[name]> };
/** A version as it is read for its later settings. */
type Stated = Partial<Pick<Scheme, LaterSetting | "schemaVersion">>;

/**
 * What a later setting means for scheme versions that do not state it, by the schema that they were written under.
 * Whoever adds a setting adds a schema version, and the setting to the line of every older one: its meaning for them is
 * decided once, in the open, and the page of such a version says so.
 */
export const schemeDefaults: ReadonlyMap<number, LaterSettings> = new Map<number, LaterSettings>([
  [
    1,
    {
      findingBetweenRequests: "joins",
      findingDismissedBy: "not-below-recorder",
      groupHalfDays: "working",
    },
  ],
]);

/** The schema that a scheme version was written under; rows of before it was kept are of the first. */
export function schemaVersionOf({ schemaVersion: stated }: Pick<Stated, "schemaVersion">): number {
  return stated ?? 1;
}

/**
 * A setting as it holds: as the version states it, else by the default of its schema version.
 * @throws Error where neither says it: the row is damaged
 */
export function settingOf<Name extends LaterSetting>(scheme: Stated, name: Name): LaterSettings[Name] {
  const found = statedBy(scheme)[name] ?? schemeDefaults.get(schemaVersionOf(scheme))?.[name];
  if (found === undefined) throw new Error(`schema ${schemaVersionOf(scheme)} has no default for ${name}`);
  return found;
}

/** The later settings that a version does not state itself. */
export function settingsByDefault(scheme: Stated): LaterSetting[] {
  return laterSettings.filter((each) => scheme[each] === undefined);
}

/** The same rules under today's schema, with everything stated: what a draft starts from and is saved as. */
export function withEverythingStated(scheme: Scheme): Scheme {
  return {
    ...scheme,
    schemaVersion,
    findingBetweenRequests: settingOf(scheme, "findingBetweenRequests"),
    findingDismissedBy: settingOf(scheme, "findingDismissedBy"),
    groupHalfDays: settingOf(scheme, "groupHalfDays"),
  };
}

function statedBy(scheme: Stated): { readonly [name in LaterSetting]?: LaterSettings[name] | undefined } {
  return scheme;
}
