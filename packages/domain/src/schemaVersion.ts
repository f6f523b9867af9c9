/** The schema that scheme versions are written under now: one more with every new setting. */
export const schemaVersion = 2;
