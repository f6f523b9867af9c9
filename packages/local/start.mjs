// `npm start`: the demonstration.
import { startProgram } from "./program.mjs";

await startProgram({ name: "local", entries: ["src/main.ts"], command: "npm start" });
