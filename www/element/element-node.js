/** On a server there are no elements: the name can be imported, and nothing happens. The page's own script defines it in the browser. */
export const SillageApp = undefined;
