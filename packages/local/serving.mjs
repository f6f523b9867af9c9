/** The program of one machine: what it is built from, and the file that each of its commands begins with. */
export const serving = {
  name: "serve",
  entries: ["src/serve/main.ts", "src/backup/backupCommand.ts", "src/backup/restoreCommand.ts"],
  mains: { serve: "main", backup: "backupCommand", restore: "restoreCommand" },
};
