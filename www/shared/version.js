/** Version of the messages between the page and the worker. Both sides are built together; a mismatch is a broken build. */
export const PROTOCOL = 1;

/** Version of the package. */
export const VERSION = "0.1.0";
