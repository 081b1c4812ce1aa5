/** @import { Desk } from "./desk.js" */
import { SillageError } from "../../shared/errors.js";

/** The dossier that is open, and the way to it. */
export class Dossiers {
  /** Which question was the last: only its answer is shown. */
  #run = 0;

  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
  }

  /**
   * Opens an account's dossier.
   * @param {number | string} which
   * @param {{ walk?: boolean }} [options] `walk`: from the dossier that is open, to come back to
   */
  async open(which, { walk = false } = {}) {
    const { desk } = this;
    if (!desk.study) return;
    const run = ++this.#run;
    const from = walk ? desk.state.dossier : null;
    desk.set({ opening: true });
    try {
      const dossier = await desk.study.account(which);
      if (run !== this.#run) return;
      desk.set({ dossier, opening: false, trail: from ? [...desk.state.trail, from.index] : [] });
    } catch (error) {
      if (run === this.#run) desk.set({ opening: false, error: SillageError.from(error) });
    }
  }

  /** Back to the dossier that this one was opened from. */
  async back() {
    const trail = [...this.desk.state.trail];
    const index = trail.pop();
    if (index === undefined) return;
    await this.open(index);
    this.desk.set({ trail });
  }

  close() {
    this.#run += 1;
    this.desk.set({ dossier: null, trail: [], opening: false });
  }

  /** The open dossier, with the numbers of the last analysis. Accounts are found by name: indices may have moved. */
  async refresh() {
    const { desk } = this;
    const { dossier } = desk.state;
    if (!dossier || !desk.study) return;
    const run = ++this.#run;
    const fresh = await desk.study.account(dossier.index).catch(() => null);
    if (run !== this.#run) return;
    const same = fresh && fresh.handle === dossier.handle && fresh.platform === dossier.platform;
    desk.set({ dossier: same ? fresh : null, trail: same ? desk.state.trail : [] });
  }
}
