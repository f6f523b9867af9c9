import { postRoles } from "@dunmiao/domain/concurrentPost";
import * as z from "zod";

/** Each message is the code that a row error carries. */
const code = (max: number, message: string) =>
  z
    .string()
    .max(max, "too-long")
    .regex(/^[0-9A-Za-z-]+$/, message);
const text = (max: number) => z.string().min(1, "required").max(max, "too-long");

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, "not-a-month");
const yesOrNo = z.enum(["yes", "no"]);

/** One row of the main sheet 挂职名单: who is seconded from where to where. `homeUnit` and `hostStation` are a unit code or an exact unit name; without `from` the cohort's start date holds. With `partner` the row makes a pair, too. */
export const secondmentCells = z.object({
  serviceNumber: code(20, "not-a-service-number"),
  name: text(40),
  sex: z.enum(["male", "female"]),
  birthMonth: month,
  kind: z.enum(["officer", "auxiliary"]),
  homeUnit: text(60),
  hostStation: text(60),
  post: text(40),
  from: z.iso.date("not-a-date").optional(),
  partner: code(20, "not-a-service-number").optional(),
  partnerName: text(40).optional(),
  partnerSex: z.enum(["male", "female"]).optional(),
  partnerBirthMonth: month.optional(),
  focus: text(80).optional(),
  pairScheme: text(40).optional(),
  eligible: yesOrNo.optional(),
  kin: yesOrNo.optional(),
});
/** One row of the sheet 单位. `parent` is a unit code, absent for the top of the tree. */
export const unitCells = z.object({
  code: code(20, "not-a-code"),
  name: text(60),
  kind: z.enum(["bureau", "branch", "station", "office"]),
  parent: code(20, "not-a-code").optional(),
});
/** One row of a list of concurrent posts. `place` is a code or the exact name of a place. */
export const postCells = z.object({
  serviceNumber: code(20, "not-a-service-number"),
  name: text(40),
  place: text(60),
  role: z.enum(postRoles),
  appointedBy: text(60),
  from: z.iso.date("not-a-date"),
  to: z.iso.date("not-a-date"),
});
export type SecondmentCells = z.infer<typeof secondmentCells>;
export type UnitCells = z.infer<typeof unitCells>;
export type PostCells = z.infer<typeof postCells>;
