import { HashMD } from "@noble/hashes/_md.js";

const rotl = (word: number, by: number) => (word << (by & 31)) | (word >>> (32 - (by & 31)));
const spread0 = (word: number) => word ^ rotl(word, 9) ^ rotl(word, 17);
const spread1 = (word: number) => word ^ rotl(word, 15) ^ rotl(word, 23);
const start = [
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
] as const;

/** SM3 (GB/T 32905-2016): what `node:crypto` has and a page has not. */
export class Sm3 extends HashMD<Sm3> {
  private state = Int32Array.from(start);
  private readonly words = new Int32Array(68);

  constructor() {
    super(64, 32, 8, false);
  }

  protected get(): number[] {
    return Array.from(this.state);
  }

  protected set(...state: number[]): void {
    this.state = Int32Array.from(state);
  }

  protected process(view: DataView, offset: number): void {
    const { state, words } = this;
    const word = (at: number) => words[at] ?? 0;
    for (let at = 0; at < 16; at += 1) words[at] = view.getInt32(offset + 4 * at, false);
    for (let at = 16; at < 68; at += 1)
      words[at] =
        spread1(word(at - 16) ^ word(at - 9) ^ rotl(word(at - 3), 15)) ^
        rotl(word(at - 13), 7) ^
        word(at - 6);
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let at = 0; at < 64; at += 1) {
      const isEarly = at < 16;
      const turned = rotl(a, 12);
      const sum1 = rotl((turned + e + rotl(isEarly ? 0x79cc4519 : 0x7a879d8a, at)) | 0, 7);
      const most = isEarly ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
      const chosen = isEarly ? e ^ f ^ g : (e & f) | (~e & g);
      const next = (most + d + (sum1 ^ turned) + (word(at) ^ word(at + 4))) | 0;
      const other = (chosen + h + sum1 + word(at)) | 0;
      [d, c, b, a] = [c, rotl(b, 9), a, next];
      [h, g, f, e] = [g, rotl(f, 19), e, spread0(other)];
    }
    for (const [at, value] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] ?? 0) ^ value;
  }

  protected roundClean(): void {
    this.words.fill(0);
  }

  destroy(): void {
    this.state.fill(0);
  }
}
