import { personRoles } from "@dunmiao/domain/actor";
import type { Digest } from "@dunmiao/domain/digest";
import { signerName } from "../ui/signerName.ts";
import type { Text } from "../ui/text.ts";

type Person = Pick<Digest, "forms" | "signers" | "branch" | "station" | "sending">;

/**
 * How pages call those who wrote forms: role, unit and name. Whoever signed before names were kept is called by the
 * unit that filed; an account that no form of these people has, by its role alone.
 */
export function assessorNames(text: Text, people: readonly Person[]): (account: string) => string {
  const named = people.flatMap(({ signers = [] }) => signers);
  const units = people.flatMap((person) =>
    person.forms.map(([, , by, , , author]) => [author, by, unitOf(person, by)] as const),
  );
  const names = new Map([...units, ...named].map(([id, role, name]) => [id, sayWho(text, role, name)]));
  return (account) => (account === "" ? "" : (names.get(account) ?? text.overviewPage.unknownAuthor));
}

function unitOf({ branch, station, sending }: Person, by: string): string | undefined {
  return { branch, station, sending }[by]?.[1];
}

function sayWho(text: Text, given: string, name: string | undefined): string {
  const role = personRoles.find((each) => each === given);
  return role === undefined
    ? text.overviewPage.unknownAuthor
    : signerName(text, { role, ...(name && { name }) });
}
