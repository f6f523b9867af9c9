import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, NodePackageImporter } from "sass";

/** Compiles the theme to one minified CSS text: govuk-frontend's parts that the kit uses, then our own. */
export function buildStyles(): string {
  const source = fileURLToPath(new URL("./styles/app.scss", import.meta.url));
  return compile(source, {
    style: "compressed",
    charset: false,
    importers: [new NodePackageImporter(dirname(source))],
  }).css;
}
