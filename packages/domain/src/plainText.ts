/** What nobody sees: formatting characters (zero width, direction overrides, soft hyphens) and control characters other than blanks. */
const invisible = /\p{Cf}|[^\P{Cc}\s]/gu;
/** Full-width digits, letters and blanks; punctuation such as （） stays, since names of units contain it. */
const wide = /[\u3000\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;
const middleDots = /\s*[·•．・‧∙⋅･●]\s*/gu;
const betweenHan = /(?<=\p{Script=Han}[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]?) (?=\p{Script=Han})/gu;
/** They choose one drawing of a character and mean the same character. */
const variants = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

/** Text of several lines without what nobody sees; lines and tabs stay. */
export function visibleText(text: string): string {
  return text.replace(invisible, "");
}

/**
 * Text as a person meant it, and as it is stored: composed (NFC, so that rare characters and their variants stay),
 * without invisible characters, full-width digits, letters and blanks made narrow, line breaks and blanks as one blank, trimmed.
 */
export function plainText(text: string): string {
  return visibleText(text)
    .replace(wide, (character) => character.normalize("NFKC"))
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * A service number or code as it is stored: digits, letters and hyphen narrow, without blanks around it. Nothing else is
 * turned into a digit: who reads ①2 or 1² has not read 12.
 */
export function plainCode(text: string): string {
  return plainText(text).replaceAll("\uff0d", "-");
}

/** A post as it is stored and held: `plainText` without blanks between Chinese characters and with one middle dot. */
export function plainPost(text: string): string {
  return plainText(text).replace(middleDots, "·").replace(betweenHan, "");
}

/** What names are compared and searched by: blanks between Chinese characters, the kind of middle dot, width, case and variants of a drawing make no other name. */
export function nameKey(name: string): string {
  return plainPost(name).normalize("NFKC").replace(variants, "").toLowerCase();
}
