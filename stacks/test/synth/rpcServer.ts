import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Answer = (args: never) => unknown;

/** Answers the JSON-RPC that SST's components send to the CLI, on this machine only; what it does not know fails. */
export async function serveCli(answers: Readonly<Record<string, Answer>>) {
  const server = createServer((request, response) => {
    response.setHeader("Connection", "close");
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      void answer(answers, Buffer.concat(chunks).toString()).then((body) =>
        response.end(JSON.stringify(body)),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  server.unref();
  return { url: `http://127.0.0.1:${port}` };
}

async function answer(answers: Readonly<Record<string, Answer>>, body: string) {
  const { method, params } = JSON.parse(body) as { method: string; params: [never] };
  const given = answers[method];
  if (!given) return { error: `the harness does not answer ${method}` };
  try {
    return { result: await given(params[0]) };
  } catch (error) {
    return { error: String(error) };
  }
}
