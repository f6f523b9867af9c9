import type { AbsenceClass } from "@dunmiao/domain/absenceClass";

/** What becomes of a leave in the demo. */
export type Ending =
  | "settled"
  | "pending"
  | "rejected"
  | "voided"
  | "contested"
  | "void-proposed"
  | "cut-proposed"
  | "cut";
/** Where a leave lies: spread over the past, or at a place of its own (`late`: the days before a late report-in). */
export type Place = "spread" | "ahead" | "now" | "recent" | "late" | "spring-festival" | "new-year" | "long";

export type Leave = { class: AbsenceClass; days: number; ending: Ending; place: Place };
/** One officer's year: when they reported in (working days after the first day) and the leaves, in date order. */
export type Plot = { reportsInAfter: number | "never"; leaves: readonly Leave[] };

/** A leave of so many working days. */
function leave(absenceClass: AbsenceClass, days: number, how: Partial<Leave> = {}): Leave {
  return { class: absenceClass, days, ending: "settled", place: "spread", ...how };
}

function plot(...leaves: Leave[]): Plot {
  return { reportsInAfter: 0, leaves };
}

/** The first officer, whose station, branch and sending unit the demo signs in as. */
export const leadingPlot = plot(
  leave("annual", 5),
  leave("sick", 2.5),
  leave("personal", 2),
  leave("compensatory-rest", 1.5, { ending: "pending", place: "ahead" }),
);

/** Needs a woman. */
export const maternityPlot = plot(leave("maternity", 98, { place: "long" }));

/** People near, at and over the limit of 15, and every matter that waits for somebody. */
export const castPlots: readonly Plot[] = [
  plot(leave("annual", 5), leave("sick", 2), leave("personal", 2.5)),
  plot(leave("annual", 5), leave("home-visit", 4), leave("compensatory-rest", 1, { place: "recent" })),
  plot(leave("annual", 5), leave("marriage", 3), leave("sick", 3), leave("personal", 2, { place: "recent" })),
  plot(leave("annual", 5), leave("nursing", 7), leave("personal", 1.5), leave("compensatory-rest", 1)),
  plot(leave("annual", 5), leave("sick", 6), leave("bereavement", 3), leave("personal", 1)),
  plot(leave("annual", 10), leave("sick", 2.5), leave("recall", 3, { place: "recent" })),
  plot(
    leave("annual", 5),
    leave("recall", 6),
    leave("sick", 4),
    leave("unexplained", 1),
    leave("personal", 2),
  ),
  plot(leave("annual", 5), leave("ordered-training", 5), leave("sick", 3.5), leave("personal", 2)),
  plot(leave("home-visit", 8), leave("sick", 3)),
  plot(leave("annual", 5), leave("injury-on-duty", 5), leave("sick", 2)),
  plot(leave("annual", 7), leave("recall", 4), leave("ordered-duty", 6), leave("personal", 2.5)),
  plot(leave("nursing", 10), leave("sick", 4)),
  plot(
    leave("annual", 5),
    leave("personal", 2),
    leave("nursing", 3),
    leave("sick", 3, { ending: "void-proposed" }),
  ),
  plot(
    leave("annual", 5),
    leave("nursing", 3),
    leave("sick", 4),
    leave("recall", 4, { ending: "cut-proposed" }),
  ),
  plot(leave("annual", 5), leave("home-visit", 5), leave("sick", 2.5), leave("recall", 3, { ending: "cut" })),
  plot(
    leave("annual", 5),
    leave("sick", 4),
    leave("personal", 3),
    leave("nursing", 5, { ending: "pending", place: "ahead" }),
  ),
  plot(leave("personal", 2, { ending: "pending", place: "ahead" })),
  plot(leave("sick", 1.5), leave("annual", 5, { ending: "pending", place: "ahead" })),
  plot(leave("compensatory-rest", 1), leave("home-visit", 9, { ending: "pending", place: "ahead" })),
  plot(leave("annual", 3), leave("personal", 3, { ending: "pending", place: "now" })),
  plot(leave("sick", 2, { ending: "pending", place: "now" })),
  plot(leave("unexplained", 0.5, { ending: "pending", place: "recent" })),
  plot(leave("sick", 2), leave("recall", 1.5, { ending: "pending", place: "recent" })),
  plot(leave("annual", 4), leave("unexplained", 1, { ending: "contested", place: "recent" })),
  plot(leave("recall", 2, { ending: "contested", place: "recent" })),
  plot(leave("sick", 1), leave("personal", 3, { ending: "rejected" })),
  plot(leave("annual", 5, { ending: "rejected" }), leave("annual", 3)),
  plot(leave("personal", 1.5, { ending: "voided" }), leave("sick", 1)),
  plot(leave("annual", 6, { place: "spring-festival" })),
  plot(leave("home-visit", 5, { place: "spring-festival" })),
  plot(leave("annual", 4, { place: "new-year" })),
  plot(leave("personal", 2, { place: "new-year" })),
  { reportsInAfter: 4, leaves: [leave("personal", 4, { place: "late" }), leave("annual", 3)] },
  { reportsInAfter: 5, leaves: [leave("sick", 5, { place: "late" })] },
  { reportsInAfter: 6, leaves: [leave("sick", 1.5)] },
  { reportsInAfter: 9, leaves: [leave("organisation-arranged", 2)] },
  { reportsInAfter: "never", leaves: [] },
];
