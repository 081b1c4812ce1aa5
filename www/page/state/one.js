/** @import { Desk } from "./desk.js" */

/**
 * What each desk has one of: made when it is first asked for, gone with the desk.
 * @template T
 * @param {(desk: Desk) => T} make
 * @returns {(desk: Desk) => T}
 */
export function onePerDesk(make) {
  /** @type {WeakMap<Desk, T>} */
  const made = new WeakMap();
  return (desk) => {
    let one = made.get(desk);
    if (one === undefined) made.set(desk, (one = make(desk)));
    return one;
  };
}
