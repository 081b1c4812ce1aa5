/** What changed between two windows, and whether the ranking is right on these data. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import { launch, nothingWrong, openPage } from "./support/browser.js";
import { Product } from "./support/product.js";
import { serveShipped } from "./support/shipped.js";
