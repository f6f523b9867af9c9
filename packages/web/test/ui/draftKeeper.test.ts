import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Answer, DraftKeeper } from "../../src/ui/client/draftKeeper.ts";

type Sent = { typed: string; seen: number; answer: (answer: Answer) => void };

/** A form with what is typed in it, and a server that answers when it is told to. */
function desk(seen = 0) {
  const at = { typed: "" };
  const sent: Sent[] = [];
  const said: Answer["is"][] = [];
  const keeper = new DraftKeeper(seen, {
    read: () => at.typed,
    send: (typed, over) => {
      const { promise, resolve } = Promise.withResolvers<Answer>();
      sent.push({ typed, seen: over, answer: resolve });
      return promise;
    },
    say: ({ is }) => void said.push(is),
  });
  const type = (typed: string) => {
    at.typed = typed;
    keeper.typed();
  };
  const settle = async (answer: Answer) => {
    sent.at(-1)?.answer(answer);
    // Everything that follows an answer at once has happened after the queue of promises is empty.
    await new Promise(setImmediate);
  };
  return {
    keeper,
    type,
    settle,
    sent,
    said,
    bodies: () => sent.map(({ typed, seen: over }) => [typed, over]),
  };
}

const saved = (version: number): Answer => ({ is: "saved", version, sentence: `version ${version}` });

describe("when a form is saved as a draft", () => {
  test("nothing typed is nothing saved; what is saved once does not go again", async () => {
    const { keeper, type, settle, bodies } = desk();
    void keeper.save();
    void keeper.leave();
    expect(bodies()).toEqual([]);
    type("a");
    void keeper.save();
    await settle(saved(1));
    void keeper.save();
    void keeper.leave();
    expect(bodies()).toEqual([["a", 0]]);
  });

  test("what is typed during a save waits for the next turn, and names the version that the save made", async () => {
    const { keeper, type, settle, bodies } = desk(4);
    type("a");
    void keeper.save();
    type("ab");
    void keeper.save();
    await settle(saved(5));
    expect(bodies()).toEqual([["a", 4]]);
    void keeper.save();
    expect(bodies().at(-1)).toEqual(["ab", 5]);
  });

  test("on leaving it follows at once, still one after the other", async () => {
    const { keeper, type, settle, bodies } = desk();
    type("a");
    void keeper.save();
    type("ab");
    void keeper.leave();
    expect(bodies()).toEqual([["a", 0]]);
    await settle(saved(1));
    expect(bodies()).toEqual([
      ["a", 0],
      ["ab", 1],
    ]);
  });

  test("a save that got no answer goes again as it was, before anything newer", async () => {
    const { keeper, type, settle, bodies, said } = desk();
    type("a");
    void keeper.save();
    type("ab");
    await settle({ is: "lost" });
    void keeper.save();
    await settle(saved(1));
    await settle(saved(2));
    expect(bodies()).toEqual([
      ["a", 0],
      ["a", 0],
      ["ab", 1],
    ]);
    expect(said).toEqual(["lost", "saved", "saved"]);
  });

  test("what was refused is tried again as it stands then", async () => {
    const { keeper, type, settle, bodies } = desk();
    type("too long");
    void keeper.save();
    await settle({ is: "refused", sentence: "too long" });
    type("short");
    void keeper.save();
    expect(bodies()).toEqual([
      ["too long", 0],
      ["short", 0],
    ]);
  });

  test("a draft that was changed elsewhere is said and never written over, whatever is typed then", async () => {
    const { keeper, type, settle, bodies, said } = desk();
    type("mine");
    void keeper.save();
    await settle({ is: "changed" });
    type("mine still");
    void keeper.save();
    void keeper.leave();
    expect([bodies(), said]).toEqual([[["mine", 0]], ["changed"]]);
  });

  test("before the form is sent everything is saved; without an answer it is not sent", async () => {
    const { keeper, type, settle, bodies } = desk();
    expect(await keeper.settle()).toBe(true);
    type("a");
    void keeper.save();
    type("ab");
    const isSettled = keeper.settle();
    await settle(saved(1));
    expect(bodies().at(-1)).toEqual(["ab", 1]);
    await settle({ is: "lost" });
    expect(await isSettled).toBe(false);
    const again = keeper.settle();
    await settle(saved(2));
    await settle(saved(3));
    expect(await again).toBe(true);
  });

  test.each(["changed", "ended"] as const)(
    "a form whose draft is %s is sent: the answer says what to do",
    async (is) => {
      const { keeper, type, settle } = desk();
      type("a");
      const isSettled = keeper.settle();
      await settle({ is });
      expect(await isSettled).toBe(true);
    },
  );

  test("what is typed is at risk once a save failed, until one succeeds or the form is on its way", async () => {
    const { keeper, type, settle } = desk();
    type("a");
    expect(keeper.isAtRisk).toBe(false);
    void keeper.save();
    await settle({ is: "ended" });
    expect(keeper.isAtRisk).toBe(true);
    void keeper.save();
    await settle(saved(1));
    expect(keeper.isAtRisk).toBe(false);
    type("ab");
    void keeper.save();
    await settle({ is: "lost" });
    expect(keeper.isAtRisk).toBe(true);
    keeper.hold();
    expect(keeper.isAtRisk).toBe(false);
  });

  test("while the form is sent nothing is saved beside it, and typing after it saves again", async () => {
    const { keeper, type, settle, bodies } = desk();
    type("a");
    void keeper.save();
    type("ab");
    keeper.hold();
    void keeper.leave();
    await settle(saved(1));
    void keeper.save();
    expect(bodies()).toEqual([["a", 0]]);
    type("abc");
    void keeper.save();
    expect(bodies().at(-1)).toEqual(["abc", 1]);
  });

  test("over any sequence: one save at a time, no version twice for different words, and in the end the server has what was typed last", async () => {
    const acts = fc.constantFrom("type", "save", "leave", "answer", "lose", "lose after writing");
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { maxLength: 30 }), async (sequence) => {
        const { keeper, type, settle, sent } = desk();
        const server = { version: 0, words: "" };
        let answered = 0;
        let typed = 0;
        /** As the store saves: over the version seen, the same words of the same person twice once. */
        const write = ({ typed: words, seen }: Sent): Answer => {
          if (seen !== server.version && words !== server.words) return { is: "changed" };
          if (seen === server.version) Object.assign(server, { version: seen + 1, words });
          return saved(server.version);
        };
        const answer = async (how: string) => {
          const waiting = sent.at(-1);
          expect(sent.length - answered).toBeLessThanOrEqual(1);
          if (!waiting || answered === sent.length) return;
          answered += 1;
          const written = how === "lose" ? undefined : write(waiting);
          expect(written?.is).not.toBe("changed");
          await settle(how === "answer" && written ? written : { is: "lost" });
        };
        for (const act of sequence) {
          if (act === "type") {
            typed += 1;
            type(`words ${typed}`);
          } else if (act === "save") void keeper.save();
          else if (act === "leave") void keeper.leave();
          else await answer(act);
        }
        for (let turn = 0; turn < 4; turn += 1) {
          await answer("answer");
          void keeper.save();
        }
        await answer("answer");
        expect(server.words).toBe(typed === 0 ? "" : `words ${typed}`);
      }),
      { numRuns: 200 },
    );
  });
});
