import type { Catalog } from "../catalog.ts";
import type {
  officerKind as zhOfficerKind,
  role as zhRole,
  sex as zhSex,
  unitKind as zhUnitKind,
} from "../zhCN/people.ts";

export const role = {
  hr: "Personnel office",
  approver: "Bureau approver",
  branch: "Branch",
  station: "Station",
  sending: "Sending unit",
  officer: "Officer",
  mentor: "Mentor",
  inspector: "Inspector",
  auditor: "Auditor",
  administrator: "System administrator",
  security: "Security officer",
  system: "System",
} satisfies Catalog<typeof zhRole>;

export const unitKind = {
  bureau: "Bureau",
  branch: "Branch",
  station: "Station",
  office: "Office",
} satisfies Catalog<typeof zhUnitKind>;

export const officerKind = { officer: "Officer", auxiliary: "Auxiliary" } satisfies Catalog<
  typeof zhOfficerKind
>;

export const sex = { female: "Female", male: "Male" } satisfies Catalog<typeof zhSex>;
