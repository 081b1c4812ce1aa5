/** Bytes that may be on their way to a worker at once: some are read while others are worked on. */
const IN_FLIGHT = 4 << 20;

/** Calls that are under way, in order. The first that fails is told; none is left unheard. */
export class Flight {
  constructor() {
    /** @type {{ call: Promise<void>, bytes: number }[]} */
    this.calls = [];
    this.bytes = 0;
    /** @type {{ error: unknown } | null} */
    this.failed = null;
  }

  /**
   * Adds a call, then waits while there are too many bytes under way.
   * @param {Promise<void>} call
   * @param {number} bytes
   */
  async add(call, bytes) {
    this.bytes += bytes;
    this.calls.push({ call: call.catch((error) => void (this.failed ??= { error })), bytes });
    while (this.calls.length > 1 && this.bytes > IN_FLIGHT) await this.#first();
    this.#tell();
  }

  /** Waits for all of them. */
  async land() {
    while (this.calls.length > 0) await this.#first();
    this.#tell();
  }

  async #first() {
    const first = this.calls.shift();
    await first?.call;
    this.bytes -= first?.bytes ?? 0;
  }

  #tell() {
    if (this.failed) throw this.failed.error;
  }
}
