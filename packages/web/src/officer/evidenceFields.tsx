import { FieldsTogether } from "../ui/fieldFrame.tsx";
import { DateField, TextField } from "../ui/fields.tsx";
import type { bindFields } from "../ui/form.tsx";
import type { Text } from "../ui/text.ts";

/** The document that a correction rests on: all of it is needed. */
export function EvidenceFields({ text, field }: { text: Text; field: ReturnType<typeof bindFields> }) {
  const words = text.officerPage;
  return (
    <FieldsTogether text={text} id="evidence" legend={words.evidence} error={field("evidence").error}>
      <TextField {...field("evidence.number")} label={words.evidenceNumber} width={20} autocomplete="off" />
      <TextField {...field("evidence.title")} label={words.evidenceTitle} autocomplete="off" />
      <DateField {...field("evidence.date")} label={words.evidenceDate} />
    </FieldsTogether>
  );
}
