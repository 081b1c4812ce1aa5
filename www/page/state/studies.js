/**
 * Studies that are open beside the one on screen: their files, settings and people wait as they are, in memory. Only the one
 * on screen has an engine; going to another reads its files again and comes to the same result.
 *
 * @import { Settings } from "../../shared/engine.d.ts"
 * @import { Desk } from "./desk.js"
 * @import { Dropped } from "./dropped.js"
 * @import { Given } from "./files.js"
 * @import { History } from "./history.js"
 * @import { Plan } from "./plan.js"
 * @import { Open, Projects } from "./projects.js"
 * @import { Screen } from "./screens.js"
 * @import { Moment, View } from "./state.js"
 *
 * @typedef {object} Waiting a study that is open and not on screen
 * @property {number} id
 * @property {string} name
 * @property {number} files
 * @property {number | null} accounts of its last result
 * @property {boolean} unsaved
 * @property {string} kept what of it was last saved
 * @property {{ id: number, item: Dropped, given: Given, demo: boolean }[]} items
 * @property {Settings} settings
 * @property {View} view
 * @property {Plan} plan
 * @property {Open | null} project
 * @property {Screen} screen
 * @property {History<Moment>} history what can be undone in it
 */
import { merged } from "../../shared/settings.js";

/** Studies that wait at most: their files are held by the browser, not by the page. */
export const MOST_STUDIES = 20;

/** The studies that wait. */
export class Studies {
  /**
   * @param {Desk} desk
   * @param {Projects} projects
   */
  constructor(desk, projects) {
    this.desk = desk;
    this.projects = projects;
    /** @type {readonly Waiting[]} */
    this.waiting = [];
    this.lastId = 0;
    this.leave = (/** @type {BeforeUnloadEvent} */ event) => event.preventDefault();
    desk.addEventListener("erased", () => this.#set([]));
  }

  /** Whether the study on screen holds anything that is worth keeping. */
  get any() {
    const { cards, unsaved, project } = this.desk.state;
    return cards.length > 0 || unsaved || project !== null;
  }

  /** The name of the study on screen. */
  get name() {
    const { project, cards } = this.desk.state;
    return project?.name ?? cards[0]?.name ?? this.desk.say.t("study-untitled");
  }

  /** An empty study on screen; the one that was there waits. */
  async fresh() {
    const { desk } = this;
    if (!this.any || this.waiting.length >= MOST_STUDIES) return;
    this.#set([...this.waiting, this.#present()]);
    await desk.erase({ kept: true });
    this.projects.mark();
    desk.announce("announce-study-fresh");
  }

  /** Puts a study that waits on screen; the one that was there takes its place. @param {number} id */
  async open(id) {
    const { desk } = this;
    const found = this.waiting.find((each) => each.id === id);
    if (!found) return;
    const present = this.any ? this.#present() : null;
    this.#set(this.waiting.flatMap((each) => (each !== found ? [each] : present ? [present] : [])));
    await desk.erase({ kept: true });
    const { items, settings, view, plan, project, screen, history } = found;
    desk.history = history;
    desk.set({ settings: merged(desk.state.settings, settings), view, plan, project });
    if (items.length > 0) {
      await desk.files.add(items.map(({ item }) => item), {
        demo: (at) => items[at]?.demo ?? false, given: (_, at) => items[at]?.given ?? null, id: (at) => items[at]?.id ?? null,
      });
    }
    this.projects.keep(found.kept);
    if (found.accounts !== null && desk.state.cards.some((card) => card.status === "read")) {
      await desk.analyse();
      if (desk.state.summary) desk.show(screen);
    }
    desk.announce("announce-study-opened", { name: found.name });
  }

  /** Lets a study go that waits. @param {number} id */
  close(id) {
    this.#set(this.waiting.filter((each) => each.id !== id));
    this.desk.announce("announce-study-closed");
  }

  /** @returns {Waiting} */
  #present() {
    const { cards, settings, view, plan, project, screen, summary, unsaved } = this.desk.state;
    return {
      id: ++this.lastId, name: this.name, files: cards.length, accounts: summary?.accounts ?? null, unsaved, kept: this.projects.kept,
      items: cards.flatMap(({ id, file, folder, given, demo }) => {
        const item = folder ?? file;
        return item ? [{ id, item, given, demo }] : [];
      }),
      settings, view, plan, project, screen, history: this.desk.history,
    };
  }

  /** @param {readonly Waiting[]} waiting */
  #set(waiting) {
    this.waiting = waiting;
    // What waits and is not saved is lost with the page, as well as what is on screen.
    if (this.desk.place.own && waiting.some(({ unsaved }) => unsaved)) addEventListener("beforeunload", this.leave);
    else removeEventListener("beforeunload", this.leave);
    this.desk.set({});
  }
}
