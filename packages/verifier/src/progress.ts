/** How far a check has come: bytes of the parts, leaves of the tree, or records. */
export type Progress = { step: "parts" | "leaves" | "records"; done: number; total: number };
