import { describe } from "vitest";
import { hasBrowser } from "../../../web/test/ui/browser.ts";
import { lookAtEveryPage } from "./everyPage.ts";

describe.skipIf(!hasBrowser)("every page in English, in all its states (skipped without Chromium)", () => {
  lookAtEveryPage("en");
});
