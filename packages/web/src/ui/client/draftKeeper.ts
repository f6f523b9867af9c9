/** What the server said to one save; `lost` where no answer came, or one that is not about the draft. */
export type Answer =
  | { is: "saved"; version: number; sentence: string }
  | { is: "changed" }
  /** Nobody is signed in any more: what is typed stays to be saved until somebody is. */
  | { is: "ended" }
  | { is: "refused"; sentence: string }
  | { is: "lost" };

/** The form and the server, as the keeper needs them. */
export type DraftPlace = {
  /** What stands in the fields now. */
  read: () => string;
  /** One save over the version that was seen. */
  send: (typed: string, seen: number) => Promise<Answer>;
  /** Tells the writer how it went. */
  say: (answer: Answer) => void;
};

/**
 * When a form is saved as a draft: never two saves over the same version, never over a draft that was changed
 * elsewhere, and what could not be saved stays to be saved.
 */
export class DraftKeeper {
  #seen: number;
  readonly #place: DraftPlace;
  #isDirty = false;
  #isHeld = false;
  #isElsewhere = false;
  #flushes = false;
  #hasFailed = false;
  /** Sent and not answered: the server may have it, so that it goes again as it was before anything newer. */
  #unanswered: string | undefined;
  #saving: Promise<void> | undefined;

  constructor(seen: number, place: DraftPlace) {
    this.#seen = seen;
    this.#place = place;
  }

  /** Something was typed: whoever types after sending is still (or again) on the page. */
  typed(): void {
    this.#isDirty = true;
    this.#isHeld = false;
  }

  /** A save is on its way or would go out now. */
  get hasToSave(): boolean {
    return this.#saving !== undefined || (this.#isDirty && !this.#isHeld && !this.#isElsewhere);
  }

  /** Something typed would be lost with the page: the last save failed, and nothing else carries it. */
  get isAtRisk(): boolean {
    return this.#isDirty && this.#hasFailed && !this.#isHeld;
  }

  /**
   * Before the form itself is sent: saves what is not saved yet, after the save that is on its way. False where no
   * answer came: the form would not arrive either, and sending it would leave the page with what was typed.
   */
  async settle(): Promise<boolean> {
    if (this.#saving) await this.#saving;
    await this.save();
    return this.#unanswered === undefined;
  }

  /** The form itself is being sent: it carries the draft that was seen, and nothing may overtake it. */
  hold(): void {
    this.#isHeld = true;
  }

  /** Saves what is not saved yet. While a save is on its way nothing else goes out. */
  save(): Promise<void> {
    if (this.#saving) return this.#saving;
    if (!this.hasToSave) return Promise.resolve();
    this.#saving = this.#rounds().finally(() => {
      this.#saving = undefined;
      this.#flushes = false;
    });
    return this.#saving;
  }

  /** The same when the writer leaves: what was typed during a save follows as soon as that is answered. */
  leave(): Promise<void> {
    this.#flushes = true;
    const saved = this.save();
    if (!this.#saving) this.#flushes = false;
    return saved;
  }

  async #rounds(): Promise<void> {
    let isAgain = true;
    while (isAgain) {
      const wasUnanswered = this.#unanswered !== undefined;
      const isSaved = await this.#round();
      isAgain = isSaved && this.#isDirty && !this.#isHeld && (wasUnanswered || this.#flushes);
    }
  }

  /** One save; false unless the server has it. */
  async #round(): Promise<boolean> {
    const typed = this.#unanswered ?? this.#place.read();
    if (this.#unanswered === undefined) this.#isDirty = false;
    const answer = await this.#place.send(typed, this.#seen);
    this.#unanswered = answer.is === "lost" ? typed : undefined;
    this.#hasFailed = answer.is !== "saved";
    if (answer.is === "saved") this.#seen = answer.version;
    else this.#isDirty = true;
    if (answer.is === "changed") this.#isElsewhere = true;
    this.#place.say(answer);
    return answer.is === "saved";
  }
}
