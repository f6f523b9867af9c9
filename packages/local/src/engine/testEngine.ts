import { type Engine, startEngine } from "./engine.ts";

/**
 * An empty engine in memory for one test file, with this process's environment pointing at it.
 * DUNMIAO_ENGINE chooses which. The caller stops it in `afterAll`; it also ends with the process.
 */
export async function startTestEngine(): Promise<Engine> {
  const { AWS_ENDPOINT_URL_DYNAMODB: _, ...environment } = process.env;
  const engine = await startEngine({ environment });
  Object.assign(process.env, engine.variables);
  return engine;
}
