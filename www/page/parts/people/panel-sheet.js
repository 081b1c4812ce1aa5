import { Sheet } from "../dialogs.js";

/** A dialog about the people ticked: open as long as the desk says so. */
export class PanelSheet extends Sheet {
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
    void this.desk.openAccount(index);
  }
}
