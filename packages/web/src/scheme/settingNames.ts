import type { SchemeSettings } from "@dunmiao/domain/schemeRecord";
import type { Text } from "../ui/text.ts";

/** How the settings of a scheme are called where only their names are said. */
export function settingNames(text: Text): Readonly<Record<keyof SchemeSettings, string>> {
  const { schemePage: page, schemeDraft: words } = text;
  return {
    name: words.nameGroup,
    termMonths: words.termMonths,
    termStartsOn: page.termStartsOn,
    limitDays: words.limitDays,
    comparison: page.limit,
    window: page.limit,
    granularity: page.granularity,
    calendar: page.calendar,
    classes: page.classes,
    warnAtDays: words.warnAtDays,
    overLimitOutcome: page.outcome,
    ladderDays: page.ladder,
    findingBetweenRequests: words.findingBetween,
    findingDismissedBy: words.findingDismissed,
    groupHalfDays: page.groupHalfDays,
    extensionWindow: page.extension,
    extensionMonths: words.extensionMonths,
    extensionResetsCount: words.resets,
    reviewWindowDays: words.reviewWindow,
    excellentShare: words.share,
    dutyAreas: words.areas,
    spotCheckCaps: words.spotChecks,
    dismissalAlarm: page.alarm,
    checkpoints: words.timetable,
  };
}
