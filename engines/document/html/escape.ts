const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for element content and quoted attributes; control characters, which no page may hold, are dropped. */
export const escape = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]/gu, '').replace(/[&<>"']/g, (char) => ENTITIES[char] ?? '');

/** An address for `href`: http(s), or a path or fragment of this site; anything else is refused as null. */
export function safeHref(href: string): string | null {
  return /^(https?:\/\/|\/(?!\/)|#|\?)/iu.test(href) ? escape(href) : null;
}
