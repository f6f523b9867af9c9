/** A head of the tree: as at the end of a day (YYYY-MM-DD), so many leaves and their root (hex). */
export type ExportHead = { day: string; size: number; root: string };

/** What a finished export is known by: bytes of the ZIP, SHA-256 of its manifest (hex), and what lies in it. */
export type ExportSeal = {
  bytes: number;
  manifest: string;
  records: number;
  events: number;
  /** Whether the tree begins with the head that the auditor holds; absent where none was given. */
  extendsHeld?: boolean;
};
