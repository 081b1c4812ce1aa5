// Turns hand-written fragments into posts: `{a|b|c}` keeps one of the choices, `<name>` takes one of a named list.

/**
 * @param {ReturnType<typeof import("./random.mjs").createRandom>} random
 * @param {Record<string, string[]>} lists named lists that `<name>` draws from
 */
export function createWriter(random, lists) {
  const used = new Set();

  function expand(template) {
    let text = template;
    for (let depth = 0; depth < 4 && /[{<]/.test(text); depth += 1) {
      text = text
        .replace(/<([a-z_]+)>/g, (_, name) => {
          if (!lists[name]) throw new Error(`no list named ${name}`);
          return random.pick(lists[name]);
        })
        .replace(/\{([^{}]*)\}/g, (_, choices) => random.pick(choices.split("|")));
    }
    return text.replace(/ {2,}/g, " ").trim();
  }

  /** A text from one of the templates, different from every text written before as long as that is possible. */
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
