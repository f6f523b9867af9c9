import { findingLine, unprovable } from "@dunmiao/verifier/findings";
import { paperFacts } from "@dunmiao/verifier/paperFacts";
import { isProved, type PaperChecking, verifyPaper } from "@dunmiao/verifier/verifyPaper";

/** Checks one person's paper, prints what does not agree and what the paper says; false where what it says is not proved. */
export function checkPaper(text: string, held: PaperChecking): boolean {
  const verified = verifyPaper(text, held);
  for (const finding of verified.findings) console.log(findingLine(finding));
  for (const { label, value } of paperFacts(verified, held))
    console.log(`${label.join(" ")}: ${typeof value === "string" ? value : value.join(" / ")}`);
  console.log(`不能证明 cannot be proved: ${unprovable.map(([zh, en]) => `${zh} ${en}`).join("; ")}`);
  const { length } = verified.findings;
  const isWhole = isProved(verified);
  const good = isWhole ? "一致 agrees" : "只证明一部分 proves a part only";
  console.log(length === 0 ? good : `${length} 处不符 do not agree`);
  return isWhole;
}
