/** A longer address is nobody's post. */
const MAX_LENGTH = 2_048;

/**
 * The address of a link that comes from data, if it can be one: http or https, no credentials, not a script.
 * @param {string | null} text
 * @returns {string | null}
 */
export function safeLink(text) {
  if (!text || text.length > MAX_LENGTH || !/^https?:\/\//i.test(text)) return null;
  try {
    const url = new URL(text);
    const plain = (url.protocol === "http:" || url.protocol === "https:") && !url.username && !url.password && url.hostname;
    return plain ? url.href : null;
  } catch {
    return null;
  }
}
