import { Sheet } from "../dialogs.js";

/** A dialog about the people ticked: open as long as the desk says so. */
export class PanelSheet extends Sheet {
  /** @override @type {import("../../part.js").Reads} */ static reads = (desk) => [desk.people.revision, desk.state.deepening, desk.state.summary];

  /** @param {"alike" | "compare"} panel */
  constructor(panel) {
    super();
    this.panel = panel;
  }

  /** @override */
  firstUpdated() {
    this.renderRoot.querySelector("dialog")?.addEventListener("close", () => {
      if (this.desk.people.panel === this.panel) this.desk.people.close();
    });
  }

  /** @override */
  updated() {
    const dialog = this.renderRoot.querySelector("dialog");
    const open = this.desk.people.panel === this.panel;
    if (open && dialog && !dialog.open) dialog.showModal();
    else if (!open && dialog?.open) dialog.close();
  }

  /**
   * Leaves for the dossier of somebody.
   * @param {number} index
   */
  leaveFor(index) {
    this.desk.people.close();
    void this.desk.dossiers.open(index);
  }
}
