// `npm run serve`: one machine, for real.
import { startProgram } from "./program.mjs";

await startProgram({ name: "serve", entry: "src/serve/main.ts", command: "npm run serve" });
