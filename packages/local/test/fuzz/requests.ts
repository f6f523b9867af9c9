import type { Random } from "../../src/demo/random.ts";
import type { Operation } from "./description.ts";
import { nonsense, type Source, spoilt, valueFor } from "./values.ts";

/** What stands behind each word of an address somewhere in the product: `secondments` → ids. */
export type Pools = ReadonlyMap<string, readonly string[]>;
/** A request that is made by chance; `body` is sent as it stands. */
export type Asked = {
  method: "GET" | "POST";
  path: string;
  headers: Record<string, string>;
  body?: RequestInit["body"];
};

/** One request to an operation: mostly as the description says, else with something that nobody should send. */
export function requestTo(operation: Operation, pools: Pools, source: Source): Asked {
  const { random } = source;
  const path = operation.path.replaceAll(/([\w-]*)\/\{(\w+)\}/g, (_, noun: string) => {
    const known = pools.get(noun) ?? [];
    const word = known.length > 0 && random.chance(0.93) ? random.pick(known) : oddWord(random);
    return `${noun}/${word}`;
  });
  const headers: Record<string, string> = {
    Accept: random.pick(["application/json", "application/json", "text/html", "*/*", ""]),
  };
  if (random.chance(0.2)) headers["Idempotency-Key"] = random.pick(["k1", "k2", "k".repeat(300)]);
  const query = queryOf(operation, source);
  const asked = { method: operation.method, path: query ? `${path}?${query}` : path, headers };
  return operation.method === "GET" ? asked : { ...asked, ...bodyFor(operation, headers, source) };
}

function oddWord(random: Random): string {
  const odd = random.pick(nonsense);
  const word = typeof odd === "string" ? odd : JSON.stringify(odd);
  return encodeURIComponent(word.toWellFormed().slice(0, 3_000)) || "%";
}

function queryOf({ query }: Operation, source: Source): string {
  const { random } = source;
  const wanted = Object.entries(query).filter(() => random.chance(0.4));
  const pairs = wanted.map(([name, schema]): [string, string] => {
    const value = random.chance(0.75) ? valueFor(schema, source) : random.pick(nonsense);
    return [name, (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).toWellFormed()];
  });
  if (random.chance(0.1)) pairs.push(["as", "xlsx"]);
  return new URLSearchParams(pairs).toString();
}

const types = [
  "application/json",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "text/plain",
];
const broken = ["", "{", "[]", "null", '"text"', "a=b&a=c", "--x\r\n", "%", '{"a":1,"a":2}', "\u0000"];

/** JSON or a form, as programs and browsers send them; sometimes neither. */
function bodyFor(operation: Operation, headers: Record<string, string>, source: Source) {
  const { random } = source;
  if (random.chance(0.08)) {
    const type = random.pick(types);
    return { headers: { ...headers, "Content-Type": type }, body: random.pick(broken) };
  }
  if (operation.isUpload) {
    const form = new FormData();
    form.set(
      "file",
      new File([random.pick(["", "工号\n1\n", "PK\u0003\u0004", "a,b\n".repeat(50)])], "名单.csv"),
    );
    return { headers, body: form };
  }
  const right = operation.body ? valueFor(operation.body, source) : {};
  const value = random.chance(0.6) ? right : spoilt(right, random);
  if (random.chance(0.7))
    return { headers: { ...headers, "Content-Type": "application/json" }, body: JSON.stringify(value) ?? "" };
  const fields = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const form = fields.map(([name, each]): [string, string] => [
    name,
    typeof each === "string" ? each.toWellFormed() : JSON.stringify(each),
  ]);
  return { headers, body: new URLSearchParams(form) };
}
