import type { Actor } from "@dunmiao/domain/actor";

/** Who one can be in the demo. */
export const personas = [
  "hr",
  "approver",
  "branch",
  "station",
  "sending",
  "officer",
  "mentor",
  "inspector",
  "auditor",
] as const;
export type Persona = (typeof personas)[number];

/** What bounds a persona: a unit for branch, station and sending, a service number for officer and mentor. */
export type Scope = { unit?: string | undefined; serviceNumber?: string | undefined };
/** How the unit of a scope is called, and the officer that it names. */
export type ScopeNames = { unitName?: string | undefined; officerName?: string | undefined };

/** Posts, not invented people: the holders of one post are numbered. */
const posts: Readonly<Record<Exclude<Persona, "officer" | "mentor">, { unitName?: string; post: string }>> = {
  hr: { unitName: "政治部", post: "人事经办" },
  approver: { unitName: "市局", post: "审批人" },
  branch: { post: "分局经办" },
  station: { post: "所领导" },
  sending: { post: "部门经办" },
  inspector: { unitName: "督察支队", post: "督察" },
  auditor: { unitName: "审计处", post: "审计" },
};

/** Personas who see one unit only. */
export function hasUnit(persona: Persona): boolean {
  return persona === "branch" || persona === "station" || persona === "sending";
}

/** Personas who see what is their own. */
export function isOnFile(persona: Persona): persona is "officer" | "mentor" {
  return persona === "officer" || persona === "mentor";
}

/**
 * The actor of a persona. Two stations are two people, and so are two service numbers; `person` tells several holders
 * of one office apart (`demo-hr` and `demo-hr-2`).
 */
export function demoActor(persona: Persona, scope: Scope & ScopeNames = {}, person?: string): Actor {
  const unit = hasUnit(persona) ? scope.unit : undefined;
  const serviceNumber = isOnFile(persona) ? scope.serviceNumber : undefined;
  const id = ["demo", persona, unit ?? serviceNumber, person].filter(Boolean).join("-");
  const bounds = { ...(unit && { unit }), ...(serviceNumber && { serviceNumber }) };
  return { id, role: persona, ...bounds, ...namesOf(persona, scope, person) };
}

function namesOf(persona: Persona, { unitName, officerName }: ScopeNames, person = "1") {
  if (isOnFile(persona)) return { ...(officerName && { name: officerName }) };
  const post = posts[persona];
  const unit = post.unitName ?? unitName;
  return { name: `${post.post} ${person} 号`, ...(unit && { unitName: unit }) };
}
