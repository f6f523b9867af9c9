import { runProduct } from "../runProduct.ts";
import { help, readServeOptions } from "./options.ts";
import { startServing } from "./product.ts";

const options = readServeOptions(process.argv.slice(2), process.env);
if (options === "help") console.log(help);
else if ("wrong" in options) {
  console.error(`${options.wrong}\n\n${help}`);
  process.exitCode = 2;
} else await runProduct({ start: (shutdown, report) => startServing(options, shutdown, report) });
