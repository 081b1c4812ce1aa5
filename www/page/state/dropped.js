/**
 * @typedef {{ name: string, files: { path: string, file: File }[] }} Folder files that belong together, by their path inside
 * @typedef {File | Folder} Dropped
 */

/** Files of one drop beyond which something else was meant than a study. */
export const MAX_FILES = 50_000;

/**
 * The files and folders of a drop.
 * @param {DataTransfer} transfer
 * @returns {Promise<{ items: Dropped[], full: boolean }>} `full`: there were more files than are taken
 */
export async function droppedFiles(transfer) {
  // Both must be read before the first wait: the browser empties the drop afterwards.
  const files = [...transfer.files];
  const items = [...transfer.items].filter((item) => item.kind === "file");
  const entries = items.flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some((entry) => entry.isDirectory)) return { items: files, full: false };
  // Chromium reads no folder by its entry in a page that was opened from disk: its handle is the other way in.
  const handles = items.map((item) => handleOf(item));
  const count = { left: MAX_FILES };
  /** @type {Dropped[]} */
  const dropped = [];
  for (const [i, entry] of entries.entries()) {
    /** @type {Folder["files"]} */
    let found = [];
    await walk(entry, "", found, count);
    if (found.length === 0) {
      const handle = entries.length === items.length ? await handles[i]?.catch(() => null) : null;
      if (handle) found = await walkHandle(handle, "", count);
    }
    const [only] = found;
    if (!entry.isDirectory && only) dropped.push(only.file);
    else if (found.length > 0) dropped.push({ name: entry.name, files: found });
  }
  return { items: dropped, full: count.left <= 0 };
}

/**
 * The files of a folder dialog, as that folder.
 * @param {readonly File[]} files
 * @returns {Folder[]}
 */
export function chosenFolders(files) {
  /** @type {Map<string, Folder>} */
  const folders = new Map();
  for (const file of files) {
    const [name = "", ...inside] = (file.webkitRelativePath || file.name).split("/");
    const folder = folders.get(name) ?? { name, files: [] };
    folder.files.push({ path: inside.join("/") || file.name, file });
    folders.set(name, folder);
  }
  return [...folders.values()].map((folder) => ({ ...folder, files: folder.files.sort(byPath) }));
}

/** @param {{ path: string }} a @param {{ path: string }} b */
function byPath(a, b) {
  return a.path < b.path ? -1 : 1;
}

/**
 * @param {FileSystemEntry} entry
 * @param {string} under the path of its folder inside the one that was dropped
 * @param {Folder["files"]} found
 * @param {{ left: number }} count
 */
async function walk(entry, under, found, count) {
  if (count.left <= 0) return;
  if (entry.isFile) {
    const file = await new Promise((resolve) => {
      /** @type {FileSystemFileEntry} */ (entry).file(resolve, () => resolve(null));
    });
    if (file) found.push({ path: `${under}${entry.name}`, file });
    count.left -= 1;
    return;
  }
  const inside = await entriesOf(/** @type {FileSystemDirectoryEntry} */ (entry));
  // In the order of their names, whatever the disk's.
  inside.sort((a, b) => (a.name < b.name ? -1 : 1));
  const path = entry.fullPath.split("/").length > 2 ? `${under}${entry.name}/` : under;
  for (const each of inside) await walk(each, path, found, count);
}

/**
 * @typedef {{ kind: "file", name: string, getFile: () => Promise<File> }
 *   | { kind: "directory", name: string, values: () => AsyncIterable<Handle> }} Handle
 */

/** @param {DataTransferItem} item @returns {Promise<Handle | null> | null} */
function handleOf(item) {
  return /** @type {{ getAsFileSystemHandle?: () => Promise<Handle | null> }} */ (/** @type {unknown} */ (item)).getAsFileSystemHandle?.() ?? null;
}

/**
 * @param {Handle} handle
 * @param {string} under
 * @param {{ left: number }} count
 * @returns {Promise<Folder["files"]>} in the order of their names
 */
async function walkHandle(handle, under, count) {
  if (count.left <= 0) return [];
  if (handle.kind === "file") {
    count.left -= 1;
    return handle.getFile().then((file) => [{ path: `${under}${handle.name}`, file }], () => []);
  }
  /** @type {Handle[]} */
  const inside = [];
  for await (const each of handle.values()) inside.push(each);
  inside.sort((a, b) => (a.name < b.name ? -1 : 1));
  /** @type {Folder["files"]} */
  const found = [];
  for (const each of inside) {
    found.push(...await walkHandle(each, each.kind === "directory" ? `${under}${each.name}/` : under, count));
  }
  return found;
}

/** @param {FileSystemDirectoryEntry} folder @returns {Promise<FileSystemEntry[]>} */
async function entriesOf(folder) {
  const reader = folder.createReader();
  /** @type {FileSystemEntry[]} */
  const all = [];
  for (;;) {
    // A reader gives its entries by hundreds, then none.
    const some = /** @type {FileSystemEntry[]} */ (await new Promise((resolve) => reader.readEntries(resolve, () => resolve([]))));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
