/** The browser of the tests, found by scripts/setup. */
export const CHROME = process.env.CHROME ?? "/usr/bin/chromium";

/** What a headless Chromium needs in a container; nothing here reaches the network. */
export const CHROME_ARGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
