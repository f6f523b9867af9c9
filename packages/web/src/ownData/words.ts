import { formTextName } from "@dunmiao/domain/assessment/fileForm";
import { statementTextName } from "@dunmiao/domain/ruling/statement";
import type { Secondment } from "@dunmiao/domain/secondment";
import { handOverTextName } from "@dunmiao/domain/term/writeHandOver";
import type { Store } from "@dunmiao/store/engine/client";
import { loadPair } from "@dunmiao/store/pair";
import { loadRecordTexts, type TextRef } from "@dunmiao/store/recordText";
import { wordsView } from "../pair/view.ts";
import type { OwnData } from "./collect.ts";

/** By record, the long texts that lie beside it: forms, statements and hand-over of terms, words of pairs. */
export async function ownWords(
  store: Store,
  { secondments, pairs }: OwnData,
): Promise<Record<string, object>> {
  const ofTerms = secondments.map(async (each): Promise<[string, object]> => {
    const groups = await Promise.all(
      Object.entries(refsOf(each)).map(async ([name, refs]) => [
        name,
        Object.fromEntries(await loadRecordTexts(store, each.id, refs)),
      ]),
    );
    return [each.id, Object.fromEntries(groups)];
  });
  const ofPairs = pairs.map(async ({ id }): Promise<[string, object]> => {
    const found = await loadPair(store, id, 0);
    return [id, found ? wordsView(found.record, found.words) : {}];
  });
  return Object.fromEntries(await Promise.all([...ofTerms, ...ofPairs]));
}

function refsOf({ assessments, statements, handOver }: Secondment): Record<string, readonly TextRef[]> {
  const ref = (name: string, id: string): TextRef => ({ name, id });
  return {
    assessments: assessments.flatMap(({ id, text }) =>
      text ? ref(formTextName, `${id}.${text.revision}`) : [],
    ),
    statements: statements.map(({ id }) => ref(statementTextName, id)),
    handOver: handOver ? [ref(handOverTextName, String(handOver.text.revision))] : [],
  };
}
