/** No engine can serve here. The message says what the person at the keyboard can do. */
export class NoEngineError extends Error {
  override name = "NoEngineError";
}
