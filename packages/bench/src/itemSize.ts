/**
 * Bytes of an item as DynamoDB bills them (Developer Guide, "DynamoDB item sizes and formats"): names and strings in
 * UTF-8, a number about one byte for two significant digits and one more, 3 bytes and one a member for lists and maps.
 */
export function itemBytes(item: Readonly<Record<string, unknown>>): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + utf8(name) + valueBytes(value), 0);
}

function valueBytes(value: unknown): number {
  if (typeof value === "string") return utf8(value);
  if (typeof value === "number") return numberBytes(value);
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + 1 + valueBytes(each), 3);
  if (typeof value !== "object" || value === null) return 1;
  return Object.entries(value).reduce((sum, [name, member]) => sum + 1 + utf8(name) + valueBytes(member), 3);
}

function numberBytes(value: number): number {
  const [mantissa = "0"] = Math.abs(value).toExponential().split("e");
  const significant = mantissa.replace(".", "").length;
  return 1 + Math.ceil(significant / 2) + (value < 0 ? 1 : 0);
}

function utf8(text: string): number {
  return Buffer.byteLength(text);
}
