import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Ground } from "../../src/change.ts";
import type { Outcome } from "../../src/refusal.ts";
import type { Scheme } from "../../src/scheme.ts";
import type { Secondment } from "../../src/secondment.ts";
import { ground } from "./world.ts";

const source = join(import.meta.dirname, "../../src");

/** The codes by which somebody is refused as the same person, in the order of a text. */
function codesIn(text: string): string[] {
  return [...text.matchAll(/refuse\("(own-case|same-person-decides)"/g)].flatMap(([, code]) => code ?? []);
}

/** `function code` of each refusal in a folder of the rules that asks for another person. */
function sitesIn(folder: string): string[] {
  return readdirSync(join(source, folder)).flatMap((file) =>
    readFileSync(join(source, folder, file), "utf8")
      .split(/^(?=(?:export )?(?:async )?function |export const )/m)
      .flatMap((text) => {
        const [, name] = /^(?:export )?(?:async )?(?:function|const) (\w+)/.exec(text) ?? [];
        return codesIn(text).map((code) => `${name} ${code}`);
      }),
  );
}

/** The folders of this package, and the files of others, in which somebody is refused as the same person. */
export function placesOfRefusals(): string[] {
  const packages = join(source, "../..");
  const found = readdirSync(packages).flatMap((each) =>
    readdirSync(join(packages, each, "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .filter((file) => codesIn(readFileSync(join(packages, each, "src", file), "utf8")).length > 0)
      .map((file) => (each === "domain" ? dirname(file) : `${each}/${file}`)),
  );
  return [...new Set(found)].toSorted();
}

/** Tests that each refusal of these folders has rows, by `function code` and what is tried after it, and is met in them. */
export function everyRefusal(folders: readonly string[], rows: Readonly<Record<string, Outcome<unknown>>>) {
  const nameOf = (row: string) => row.split(" ").slice(0, 2).join(" ");
  test(`every rule that asks for another person has a row: ${folders.join(", ")}`, () => {
    const tried = new Set(Object.keys(rows).map(nameOf));
    expect([...tried].toSorted()).toEqual([...new Set(folders.flatMap(sitesIn))].toSorted());
  });

  test.each(Object.entries(rows))("one account with all roles: %s", (row, outcome) => {
    expect(outcome).toMatchObject({ ok: false, refusals: [{ code: row.split(" ")[1] }] });
  });
}

/** What a rule stands on for one account that acts in whichever role, in the unit that bounds the role. */
export function inRole(id: string, today: string, scheme?: Scheme) {
  return (record: Secondment, role: string): Ground => {
    const at = ground(record, role, today, scheme);
    return { ...at, actor: { ...at.actor, id, serviceNumber: id } };
  };
}
