import type { Catalog } from "../catalog.ts";
import type { quotaPage as zhQuotaPage } from "../zhCN/quotaPage.ts";

const people = (count: number) => (count === 1 ? "1 person" : `${count} people`);

export const quotaPage = {
  title: "Quota",
  intro: (p) =>
    `On ${p.today}: the quota is the force times the share, a part of a person counts as one. Whoever is in their term on the day counts for the nearest sending unit, theirs or above it, whose force is known.`,
  enter: "Enter a force",
  enterIntro:
    "Another entry of the same unit and day takes the place of the first, which stays in the trail. Stations have no force of their own.",
  again: "Enter again",
  none: "No force is known yet",
  noneHint:
    "Once the personnel office has entered forces and shares, quota and people sent stand here side by side.",
  total: "Total",
  level: { city: "Bureau and city", county: "County" },
  percent: (p) => `${p.share}%`,
  column: {
    level: "Level",
    people: "Force",
    from: "From",
    share: "Share",
    planned: "Quota",
    actual: "Sent",
    gap: "Gap",
    coming: "To begin later",
  },
  figure: { planned: "quota", actual: "sent", gap: "gap" },
  share: "Share (%)",
  shareHint:
    "20 for bureau and city if blank; a county decides by itself and must say. Two decimals at most.",
  source: "Document number",
  withoutForce: (p) =>
    `${people(p.actual)} more sent and ${people(p.coming)} to begin later, from units without a known force, theirs or above: not in the table.`,
  see: { actual: "See who was sent", coming: "See who is to begin" },
  peopleOf: {
    actual: (p) => `Sent: ${p.whose}`,
    coming: (p) => `To begin later: ${p.whose}`,
  },
  ofAll: "all units",
  ofNoForce: "units without a force",
  nobody: "Nobody",
  nobodyHint: "Nobody counts for this unit on the day, or it is not yours to see.",
} satisfies Catalog<typeof zhQuotaPage>;
