// Turns hand-written fragments into posts: `{a|b|c}` keeps one of the choices, `<name>` takes one of a named list.

/**
 * @param {import("./types.d.ts").Random} random
 * @param {Record<string, string[]>} lists named lists that `<name>` draws from
 */
export function createWriter(random, lists) {
  /** @type {Set<string>} */
  const used = new Set();

  /** @param {string} template */
  function expand(template) {
    let text = template;
    for (let depth = 0; depth < 4 && /[{<]/.test(text); depth += 1) {
      text = text
        .replace(/<([a-z_]+)>/g, (/** @type {string} */ _, /** @type {string} */ name) => {
          if (!lists[name]) throw new Error(`no list named ${name}`);
          return random.pick(lists[name]);
        })
        .replace(/\{([^{}]*)\}/g, (/** @type {string} */ _, /** @type {string} */ choices) => random.pick(choices.split("|")));
    }
    return text.replace(/ {2,}/g, " ").trim();
  }

  /**
   * A text from one of the templates, different from every text written before as long as that is possible.
   * @param {string[]} templates
   */
  function write(templates) {
    let text = "";
    for (let attempt = 0; attempt < 60; attempt += 1) {
      text = expand(random.pick(templates));
      if (!used.has(text)) break;
    }
    used.add(text);
    return text;
  }

  return { write };
}
