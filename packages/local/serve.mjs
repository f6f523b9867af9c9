// `npm run serve`, `npm run backup`, `npm run restore`: one machine, for real.
import { startProgram } from "./program.mjs";

const wanted = process.argv.splice(2, 1)[0] ?? "serve";
await startProgram({
  name: "serve",
  entries: ["src/serve/main.ts", "src/backup/backupCommand.ts", "src/backup/restoreCommand.ts"],
  main: { serve: "main", backup: "backupCommand", restore: "restoreCommand" }[wanted] ?? "main",
  command: `npm run ${wanted}`,
});
