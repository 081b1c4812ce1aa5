/** @import { Request } from "../shared/messages.js" */
import { Engine, initSync } from "virtual:sillage-glue";
import * as unpackerGlue from "virtual:sillage-unpack-glue";
import { serve } from "./loop.js";

// A classic worker made from a blob: the only form that works from file://, from another origin and under a strict
// policy. The compiled module comes by message, so nothing is loaded here.
const scope = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const answer = serve(
  { postMessage: (message, transfer) => scope.postMessage(message, transfer ?? []) },
  (module) => {
    initSync({ module });
    return new Engine();
  },
  unpackerGlue,
);
scope.onmessage = (event) => void answer(/** @type {Request} */ (event.data));
