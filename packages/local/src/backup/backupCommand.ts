import { BackupError, takeBackup } from "./takeBackup.ts";

const { DATA_DIR: dataDir, AWS_ENDPOINT_URL_DYNAMODB: foreign } = process.env;
if (!dataDir) fail("DATA_DIR is not set: which data?");
else if (foreign)
  fail("The records are on an engine of your own (AWS_ENDPOINT_URL_DYNAMODB): back that one up.");
else {
  try {
    const { file, records } = await takeBackup(dataDir);
    console.log(`${file}: ${records} records, verified`);
  } catch (error) {
    fail(error instanceof BackupError ? error.message : whyNot(error));
  }
}

function fail(why: string): void {
  console.error(why);
  process.exitCode = 1;
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (["ENOSPC", "EDQUOT"].includes(code))
    return "No room for a backup: nothing was kept of it, the data and the earlier backups are untouched. It needs three times the size of the data meanwhile.";
  return `No backup was taken; the earlier ones are untouched. ${error instanceof Error ? error.message : String(error)}`;
}
