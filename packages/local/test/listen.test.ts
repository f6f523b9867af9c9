import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Listening, listen } from "../src/listen.ts";

let listening: Listening;
beforeAll(async () => {
  listening = await listen({ port: 0, hosts: ["Dunmiao.Bureau.example"] });
  listening.serve(() => new Response("served"));
});
afterAll(() => listening.close());

/** The status under a Host header, which fetch does not let one choose. */
function statusUnder(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(listening.url, { headers: { host }, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on("error", reject);
    asked.end();
  });
}

test.each([
  ["127.0.0.1:3000", 200],
  ["localhost", 200],
  ["LOCALHOST:8080", 200],
  ["[::1]:3000", 200],
  ["dunmiao.bureau.example", 200],
  ["rebound.example:3000", 421],
  ["127.0.0.1.nip.example", 421],
  ["localhost.rebound.example", 421],
  ["dunmiao.bureau.example.rebound.example", 421],
  ["127.0.0.2", 421],
  ["localhost:3000@rebound.example", 421],
])("under the name %j the answer is %i", async (host, status) => {
  expect(await statusUnder(host)).toBe(status);
});
