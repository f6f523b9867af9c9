/** The note of an act that its redirect gives the browser, as the next page is sent it. */
export function noteOf(answer: Response): string {
  const [, note = ""] = /dm-done=([^;]*)/.exec(answer.headers.get("Set-Cookie") ?? "") ?? [];
  return note;
}
