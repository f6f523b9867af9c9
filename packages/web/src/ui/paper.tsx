import { recordCode } from "@dunmiao/domain/audit/treeHead";
import type { Chrome } from "./chrome.ts";
import { officialDates } from "./officialDates.ts";

type HeadProps = { chrome: Chrome; title: string; number: string };

/** The title of a printed document; under it who made it, its number, the day of the print and the last check code. */
export function PaperHead({ chrome: { text, bureau, today, signed }, title, number }: HeadProps) {
  const words = text.paper;
  return (
    <>
      <h2>{title}</h2>
      <div class="dm-paper-line">
        <span>{words.madeBy({ bureau })}</span>
        <span>{words.number({ number })}</span>
        <span>{officialDates(text, words.printedOn({ date: today }))}</span>
        {signed ? <span>{officialDates(text, words.signed(signed))}</span> : null}
      </div>
    </>
  );
}

/** Number of a print: whose, of which term, as of which line of its trail. A person holds one term at a time. */
export function paperNumber(record: {
  officer: { serviceNumber: string };
  term: { from: string };
  version: number;
}): string {
  const month = record.term.from.slice(0, 7).replace("-", "");
  return `${record.officer.serviceNumber}-${month}-${record.version}`;
}

/** Which line of its trail a print shows, with the code by which the signed proof of that line is known. */
export function recordLine(
  { personPaper }: Chrome["text"],
  record: { version: number; head: string },
): string {
  return personPaper.code({ version: record.version, code: recordCode(record.head) });
}

type SignaturesProps = {
  chrome: Pick<Chrome, "text" | "bureau">;
  /** Who signs, each on a line with room for the date. */
  signers: readonly (
    | "preparedBy"
    | "checkedBy"
    | "approvedBy"
    | "handedOverBy"
    | "receivedBy"
    | "filedBy"
    | "mentor"
    | "apprentice"
    | "tester"
    | "officer"
  )[];
  /** The name of the unit that puts its seal; none where the document has none. */
  sealOf?: string | undefined;
};

/** The places for signatures with their dates, and the seal, ruled as forms are. Never parted by the end of a page. */
export function Signatures({ chrome: { text }, signers, sealOf }: SignaturesProps) {
  const words = text.paper;
  return (
    <table class="dm-signatures">
      <tbody>
        {signers.map((each) => (
          <tr>
            <th scope="row">{words[each]}</th>
            <td class="dm-signatures-day">{words.day}</td>
          </tr>
        ))}
        {sealOf === undefined ? null : (
          <tr>
            <th scope="row">{words.seal}</th>
            <td class="dm-signatures-day">
              <span class="dm-signatures-unit">{sealOf}</span>
              {words.day}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
