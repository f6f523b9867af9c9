import { DamagedDataError } from "../damage.ts";
import { DamagedBackupError } from "./archive.ts";
import { RestoreError, restore } from "./restore.ts";

const [file] = process.argv.slice(2);
const { DATA_DIR: dataDir } = process.env;
if (!file || !dataDir) {
  console.error("DATA_DIR=<an empty directory> npm run restore -- <backup>");
  process.exitCode = 2;
} else {
  try {
    const { takenAt, records } = restore(file, dataDir);
    console.log(`${dataDir} holds the ${records} records of ${takenAt}: start it with npm run serve`);
  } catch (error) {
    const isSaid = [RestoreError, DamagedBackupError, DamagedDataError].some((each) => error instanceof each);
    console.error(isSaid && error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
