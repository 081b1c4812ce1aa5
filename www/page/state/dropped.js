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
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some((entry) => entry.isDirectory)) return { items: files, full: false };
  const count = { left: MAX_FILES };
  /** @type {Dropped[]} */
  const items = [];
  for (const entry of entries) {
    /** @type {Folder["files"]} */
    const found = [];
    await walk(entry, "", found, count);
    const [only] = found;
    if (!entry.isDirectory && only) items.push(only.file);
    else if (found.length > 0) items.push({ name: entry.name, files: found });
  }
  return { items, full: count.left <= 0 };
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
