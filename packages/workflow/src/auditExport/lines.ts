import { recordLineSchema } from "@dunmiao/domain/audit/exportParts";
import { parsedText } from "@dunmiao/store/engine/storedText";

/** A record of the part of records: its content is parsed when it is asked for. */
export type ReadRecord = { kind: string; id: string; head: string; record: () => unknown };

/** The records of their part, one after the other. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ReadRecord> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const { kind, id, head, record } = recordLineSchema.parse(JSON.parse(line));
      yield { kind, id, head, record: () => parsedText(record) };
    }
  }
}
