import { Logger } from "@aws-lambda-powertools/logger";

/**
 * One line per thing done: a code, a sentence, ids; never a name or a whole object. POWERTOOLS_LOG_LEVEL=SILENT turns
 * it off (tests), WARN keeps only what a person should look at.
 */
export const logger = new Logger({ serviceName: "workflow" });
