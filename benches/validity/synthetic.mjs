/** Does the ranking find influence where the truth is known? */
import { invented } from "./invented.mjs";
import { byHandle, study } from "./engine.mjs";
import { fixed, ordered, spearman } from "./judge.mjs";

/** @import { Truth } from "./invented.mjs" */

/**
 * Ranks an invented study and compares.
 * @param {{ seed: number, posts: number }} options
 */
export async function recovered(options) {
  const { csv, counts, truth } = invented(options);
  const column = async (/** @type {string} */ text, /** @type {"credit" | "amplitude"} */ name, /** @type {boolean} */ discount) => {
    const opened = await study(text, "posts.csv");
    await opened.configure({ objective: "none", discount });
    await opened.analyse();
    const found = await byHandle(opened, await opened.column(name));
    opened.close();
    return found;
  };
  const credit = await column(csv, "credit", true);
  const without = await column(csv, "credit", false);
  const rate = await column(counts, "amplitude", true);
  const honest = truth.filter(({ kind }) => kind === "ordinary");
  const against = (/** @type {Map<string, number>} */ score, /** @type {(of: Truth) => number} */ value, /** @type {Truth[]} */ some) =>
    spearman(some.map(({ name }) => score.get(name) ?? 0), some.map(value));
  const names = truth.map(({ name }) => name);
  const places = (/** @type {Map<string, number>} */ score, /** @type {string} */ kind) => {
    const order = ordered(names, score);
    return truth.filter((t) => t.kind === kind).map(({ name }) => order.indexOf(name) + 1).sort((a, b) => a - b);
  };
  return {
    all: truth.length,
    psi: against(credit, (t) => t.psi, honest),
    psiRate: against(rate, (t) => t.psi, honest),
    expected: against(credit, (t) => t.expected, truth.filter(({ kind }) => kind !== "bought" && kind !== "pod")),
    followers: against(new Map(truth.map((t) => [t.name, t.followers])), (t) => t.psi, honest),
    celebrities: places(credit, "celebrity"),
    hyperactive: places(credit, "hyperactive"),
    bought: { with: places(credit, "bought"), without: places(without, "bought") },
    lookalikes: truth.filter(({ kind, name }) => kind === "lookalike" && (credit.get(name) ?? 0) > 0).length,
  };
}

/** @param {{ seeds: number, posts: readonly number[] }} options */
export async function synthetic({ seeds, posts }) {
  console.log("\n| posts an author | seed | Spearman credit, influence | amplitude (counts only), influence | credit, expected re-sharers | followers, influence | best celebrity | best hyperactive | best bought with (without) the discount | lookalikes with credit |");
  console.log("|---|---|---|---|---|---|---|---|---|---|");
  for (const each of posts) {
    for (let seed = 1; seed <= seeds; seed++) {
      const found = await recovered({ seed, posts: each });
      console.log(`| ${each} | ${seed} | ${fixed(found.psi)} | ${fixed(found.psiRate)} | ${fixed(found.expected)} | ${fixed(found.followers)} | ${found.celebrities[0]} of ${found.all} | ${found.hyperactive[0]} | ${found.bought.with[0]} (${found.bought.without[0]}) | ${found.lookalikes} |`);
    }
  }
}
