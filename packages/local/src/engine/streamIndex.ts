import { DatabaseSync } from "node:sqlite";
import { dataFileOf, type EngineName } from "./engineKinds.ts";

/**
 * Gives dynoxide's stream the index that it lacks: before each write it asks for the highest sequence number and reads
 * every kept record to find it. Without, ten thousand writes later each one takes thirty times as long. Safe to repeat.
 */
export function indexStream(engine: EngineName, dataDir: string): void {
  if (engine !== "dynoxide") return;
  const database = new DatabaseSync(dataFileOf(engine, dataDir), { timeout: 2_000 });
  try {
    database.exec(
      `CREATE INDEX IF NOT EXISTS dunmiao_stream_sequence
       ON _stream_records (table_name, CAST(sequence_number AS INTEGER))`,
    );
  } catch {
    // Another release of the engine may keep its stream otherwise; it works as it is.
  } finally {
    database.close();
  }
}
