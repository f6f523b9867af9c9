import type { Scheme } from "@dunmiao/domain/scheme";
import type { Text } from "./text.ts";

/** A scheme version by its name, as people cite it: 全口径：离岗均计入 第 2 版. Its code stands in JSON and in the trail. */
export function schemeName(text: Text, scheme: Pick<Scheme, "name" | "version">): string {
  return text.common.versionOf({ name: scheme.name[text.language], version: scheme.version });
}
