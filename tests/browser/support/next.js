/** An invented log of re-shares over 60 days, in which some are re-shared the more, and two change in the middle. */
const DAY = 86_400;
/** 5 January 2026. */
const START = 1_767_571_200;

/** @param {number} [events] */
export function nextLog(events = 6_000) {
  let state = 7;
  const below = (/** @type {number} */ bound) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * bound);
  };
  const lines = [`first person0 ${START} RT`, `last person0 ${START + 60 * DAY} RT`];
  for (let i = 0; i < events; i++) lines.push(`fan${below(2_500)} person${below(22) * below(22)} ${START + below(60 * DAY)} RT`);
  for (let day = 0; day < 60; day++) {
    const [up, down] = day < 30 ? [2, 12] : [12, 2];
    for (let i = 0; i < up; i++) lines.push(`fan${below(2_500)} rising ${START + day * DAY + i * 60} RT`);
    for (let i = 0; i < down; i++) lines.push(`fan${below(2_500)} fading ${START + day * DAY + i * 60} RT`);
  }
  return `${lines.join("\n")}\n`;
}
