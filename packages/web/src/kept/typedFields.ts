import { drawnForField } from "../ui/drawnFor.tsx";

const hidden = ["idempotencyKey", "act", drawnForField];

/** What a person typed of the fields that a form sent: neither what it hides nor empty boxes nor its button. */
export function typedFields(fields: readonly [string, string][]): readonly [string, string][] {
  return fields.filter(([name, value]) => !hidden.includes(name) && value.trim() !== "");
}
