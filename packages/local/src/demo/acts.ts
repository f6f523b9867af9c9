import type { Absence } from "@dunmiao/domain/absence";
import { rungOf } from "@dunmiao/domain/absence/ladder";
import type { Actor } from "@dunmiao/domain/actor";
import type { Change, Ground } from "@dunmiao/domain/change";
import type { Outcome, RefusalCode, Refused } from "@dunmiao/domain/refusal";
import type { Scheme } from "@dunmiao/domain/scheme";
import type { Secondment } from "@dunmiao/domain/secondment";
import { addWorkingDays, type WorkCalendar } from "@dunmiao/domain/workCalendar";
import { demoActor, type Persona } from "../desk/personas.ts";

export type Rules = { scheme: Scheme; calendar: WorkCalendar };
/** Something that somebody does on one day; who it is may depend on the record, as the ladder does. */
export type Act = {
  on: string;
  by: (record: Secondment, rules: Rules) => Actor;
  rule: (ground: Ground) => Outcome<Change>;
  /** Refusals that mean "not yet": the person comes again some days later. */
  putOffBy?: readonly RefusalCode[];
};

const daysUntilAgain = 3;

/** The act when its person comes again, where this refusal only means that it is too early; else undefined. */
export function putOff(act: Act, refused: Refused, { calendar }: Pick<Rules, "calendar">): Act | undefined {
  const isEarly = refused.refusals.every(({ code }) => act.putOffBy?.includes(code));
  return isEarly ? { ...act, on: addWorkingDays(calendar, act.on, daysUntilAgain) } : undefined;
}

/** The persona whom this secondment concerns: its own station, branch, sending unit, officer. */
export function personaOf(persona: Persona): Act["by"] {
  return ({ hostStation, hostBranch, sending, officer }) => {
    const units: Partial<Record<Persona, { code: string; name: string }>> = {
      station: hostStation,
      branch: hostBranch,
      sending,
    };
    const { code: unit, name: unitName } = units[persona] ?? {};
    const { serviceNumber, name: officerName } = officer;
    return demoActor(persona, { unit, unitName, serviceNumber, officerName });
  };
}

/** Whoever stands on the rung that the leave from this day needs; the branch, where the station asked for it itself. */
export function deciderOf(from: string): Act["by"] {
  return (record, rules) => {
    const absence = absenceFrom(record, from);
    const rung = rungOf(absence, record, rules);
    const own = absence.recordedBy.role === "station" && rung === "station";
    const persona = rung === "bureau" ? "approver" : own ? "branch" : rung;
    return personaOf(persona)(record, rules);
  };
}

/** The absence that begins on this day. */
export function absenceFrom({ id, absences }: Secondment, from: string): Absence {
  const found = absences.find((each) => each.from === from);
  if (!found) throw new Error(`demo: ${id} has no absence from ${from}`);
  return found;
}
