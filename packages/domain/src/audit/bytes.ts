/** Bytes as hex. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The bytes of a text in hex, two digits each. */
export function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}

/** Bytes as base64. */
export function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/**
 * The bytes of a text in base64. Nothing for a text that is not exactly as it is written: bits that nobody reads would be a
 * place for a damage that nobody sees.
 */
export function bytesOfBase64(encoded: string): Uint8Array {
  try {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    return base64Of(bytes) === encoded ? bytes : new Uint8Array();
  } catch {
    return new Uint8Array();
  }
}
