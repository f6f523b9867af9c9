import { Logger } from "@aws-lambda-powertools/logger";

/** Codes, sentences and ids; never a name, never a whole record. */
export const logger = new Logger({ serviceName: "dunmiao-web" });
