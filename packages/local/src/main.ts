import { ClockAheadError } from "./desk/clock.ts";
import { help, readOptions } from "./options.ts";
import { startProduct } from "./product.ts";
import { runProduct } from "./runProduct.ts";

const options = readOptions(process.argv.slice(2), process.env);
if (options === "help") console.log(help);
else if ("wrong" in options) {
  console.error(`${options.wrong}\n\n${help}`);
  process.exitCode = 2;
} else {
  console.log("Dunmiao, a demonstration: no real sign-in, no AWS, for one person at one machine.");
  await runProduct({
    start: (shutdown, report) => startProduct(options, shutdown, report),
    asked: [ClockAheadError],
  });
}
