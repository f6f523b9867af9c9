import type { ExplainedDay } from "@dunmiao/domain/count/explainDays";

/** The part of an explained day that the picture shows. */
export type PictureDay = Pick<
  ExplainedDay,
  | "date"
  | "working"
  | "reason"
  | "provisional"
  | "rule"
  | "covers"
  | "counted"
  | "name"
  | "nameEn"
  | "halfDayOff"
>;
