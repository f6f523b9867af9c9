// `npm run serve`, `npm run backup`, `npm run restore`: one machine, for real.
import { startProgram } from "./program.mjs";
import { serving } from "./serving.mjs";

const wanted = process.argv.splice(2, 1)[0] ?? "serve";
await startProgram({ ...serving, main: serving.mains[wanted] ?? "main", command: `npm run ${wanted}` });
