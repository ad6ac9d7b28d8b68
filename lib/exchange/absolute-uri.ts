const WEB_ADDRESS = /^(https?:\/\/[^/?#]*)([^#]*)(?:#([\s\S]*))?$/i;
// What RFC 3986 allows after the host. Browsers leave more than that unescaped, such as `|`, `[` or `^`.
const DISALLOWED = /[^A-Za-z0-9\-._~:/?@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/gu;

/**
 * A web address in the characters that RFC 3986 allows. Anything else comes back as it is: an address that is no web
 * address is only ever the key of the bundled sample.
 */
export function strictUri(address: string): string {
  const match = WEB_ADDRESS.exec(parsed(address));
  if (match === null) return address;
  const [, origin = '', path = '', fragment] = match;
  return `${origin}${encode(path)}${fragment === undefined ? '' : `#${encode(fragment)}`}`;
}

// Hosts in other scripts get their ASCII form.
function parsed(address: string): string {
  try {
    return new URL(address).href;
  } catch {
    return address;
  }
}

/** True for an IRI that may be kept and shown as an annotation's origin; `javascript:` and the like may not. */
export function isIdentifierIri(text: string): boolean {
  return text.length <= 2048 && /^(?:https?:\/\/|urn:|tag:)[^\s<>"{}|\\^`]+$/i.test(text);
}

function encode(text: string): string {
  return text.replace(DISALLOWED, (character) =>
    character === '%' ? '%25' : percent(new TextEncoder().encode(character)),
  );
}

function percent(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
