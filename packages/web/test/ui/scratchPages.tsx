import type { Child } from "hono/jsx";
import type { AssetUrls } from "../../src/ui/assets.ts";
import type { Chrome } from "../../src/ui/chrome.ts";
import { ProblemPage } from "../../src/ui/problemPage.tsx";
import type { Language } from "../../src/ui/text.ts";
import { FormPage } from "./scratchForm.tsx";
import { ListPage } from "./scratchList.tsx";
import { SecondmentPage } from "./scratchSecondment.tsx";
import { textFor } from "./texts.ts";

const today = "2026-03-02";

function chromeOf(language: Language, assets: AssetUrls, url: string): Chrome {
  const person = { name: "HR-01", role: "hr" } as const;
  return { text: textFor(language), assets, bureau: "江城市公安局", today, url, person, banner: null };
}

/** The scratch pages by name: together they show every part of the kit. */
export function scratchPage(name: string, language: Language, assets: AssetUrls): Child {
  const chrome = chromeOf(language, assets, `/${name}?a=1`);
  if (name === "secondment") return <SecondmentPage chrome={chrome} />;
  if (name === "list") return <ListPage chrome={chrome} />;
  if (name === "form") return <FormPage chrome={chrome} />;
  return (
    <ProblemPage chrome={chrome} status={409} reference="req-1" errors={[{ code: "x", message: "x" }]} />
  );
}
export const scratchNames = ["secondment", "list", "form", "problem"] as const;
