/**
 * What hands do on a map.
 *
 * @typedef {object} Asked
 * @property {(left: number, top: number) => void} pan by pixels
 * @property {(times: number, left: number, top: number) => void} approach
 * @property {(left: number, top: number) => void} pick a click or a tap
 * @property {(left: number, top: number) => void} hover
 * @property {() => void} leave
 * @property {() => void} guarded one finger, or a wheel alone: the page is moved, and not the map
 */

/** A click may tremble by so many pixels. */
const TREMBLE = 4;

/**
 * Listens to mouse, wheel and fingers. The page keeps what is the page's: one finger and the wheel alone scroll it; two
 * fingers, and the wheel with Ctrl or on a map that has the focus, move the map.
 * @param {HTMLElement} box
 * @param {Asked} asked
 * @param {AbortSignal} signal
 */
export function listen(box, asked, signal) {
  /** @type {Map<number, { x: number, y: number }>} */
  const down = new Map();
  let moved = false;
  /** The fingers' distance and middle. @type {{ apart: number, x: number, y: number } | null} */
  let pinch = null;

  /** @param {MouseEvent} event */
  const at = (event) => {
    const { left, top } = box.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const spread = () => {
    const [a, b] = [...down.values()];
    if (!a || !b) return null;
    return { apart: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  };
  /**
   * @template {keyof HTMLElementEventMap} K
   * @param {K} type
   * @param {(event: HTMLElementEventMap[K]) => void} listener
   * @param {AddEventListenerOptions} [options]
   */
  const on = (type, listener, options) => box.addEventListener(type, listener, { signal, ...options });

  on("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (down.size === 0) moved = false;
    down.set(event.pointerId, at(event));
    pinch = spread();
    if (event.pointerType === "mouse") box.setPointerCapture(event.pointerId);
  });
  on("pointermove", (event) => {
    const now = at(event);
    const before = down.get(event.pointerId);
    if (!before) {
      if (event.pointerType === "mouse") asked.hover(now.x, now.y);
      return;
    }
    if (!moved && Math.hypot(now.x - before.x, now.y - before.y) < TREMBLE) return;
    moved = true;
    down.set(event.pointerId, now);
    if (event.pointerType !== "touch") {
      asked.pan(now.x - before.x, now.y - before.y);
      return;
    }
    const next = spread();
    if (!next) asked.guarded();
    else if (pinch) {
      asked.pan(next.x - pinch.x, next.y - pinch.y);
      if (pinch.apart > 0 && next.apart > 0) asked.approach(next.apart / pinch.apart, next.x, next.y);
    }
    pinch = next;
  });
  /** @param {PointerEvent} event */
  const up = (event) => {
    const was = down.get(event.pointerId);
    if (was && !moved && down.size === 1 && event.type === "pointerup") asked.pick(was.x, was.y);
    down.delete(event.pointerId);
    pinch = spread();
  };
  on("pointerup", up);
  on("pointercancel", (event) => {
    // The browser took the finger to scroll the page.
    if (event.pointerType === "touch" && down.size === 1) asked.guarded();
    up(event);
  });
  on("pointerleave", () => asked.leave());
  on("touchmove", (event) => {
    if (event.touches.length > 1) event.preventDefault();
  }, { passive: false });
  on("wheel", (event) => {
    const root = /** @type {Document | ShadowRoot} */ (box.getRootNode());
    if (!event.ctrlKey && !event.metaKey && root.activeElement !== box) {
      asked.guarded();
      return;
    }
    event.preventDefault();
    const { x, y } = at(event);
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    asked.approach(2 ** (-event.deltaY * lines * 0.002), x, y);
  }, { passive: false });
}
