/** Bytes that DynamoDB bills for an item: names and values in UTF-8, numbers by their digits, 3 + 1 each for nesting. */
export function dynamoSize(item: object): number {
  return Object.entries(item)
    .filter(([, value]) => value !== undefined)
    .reduce((total, [name, value]) => total + bytes(name) + valueSize(value), 0);
}

function valueSize(value: unknown): number {
  if (typeof value === "string") return bytes(value);
  if (typeof value === "number") return 1 + Math.ceil(String(Math.abs(value)).replace(/\D/g, "").length / 2);
  if (Array.isArray(value)) return value.reduce((total, each) => total + valueSize(each) + 1, 3);
  if (typeof value === "object" && value !== null)
    return 3 + dynamoSize(value) + Object.values(value).filter((each) => each !== undefined).length;
  return 1;
}

const bytes = (text: string) => Buffer.byteLength(text);
