import { failureOf, statusOf } from "./failure.ts";
import { takeBackup } from "./takeBackup.ts";

const { DATA_DIR: dataDir, AWS_ENDPOINT_URL_DYNAMODB: foreign } = process.env;
if (!dataDir) fail("DATA_DIR is not set: which data?");
else if (foreign)
  fail("The records are on an engine of your own (AWS_ENDPOINT_URL_DYNAMODB): back that one up.");
else {
  try {
    const { file, records } = await takeBackup(dataDir);
    console.log(`${file}: ${records} records, verified`);
  } catch (error) {
    const { why, sentence } = failureOf(error);
    fail(sentence, statusOf[why]);
  }
}

function fail(sentence: string, status: number = statusOf.other): void {
  console.error(sentence);
  process.exitCode = status;
}
