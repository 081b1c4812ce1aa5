/** What the first screen does not show. It comes right after it, while the network is still there to bring it. */
import "./words.js";
import "../api/ranking-book.js";
import "./parts/coverage.js";
import "./parts/file-card.js";
import "./parts/ground/exports.js";
import "./parts/ground/overview.js";
import "./parts/mapping.js";
import "./parts/method.js";
import "./parts/out/opt-out.js";
import "./parts/out/panel.js";
import "./parts/project.js";
import "./parts/total.js";
import "./screens/audiences.js";
import "./screens/influencers.js";
import "./screens/measure.js";
import "./screens/objective.js";
import "./screens/team.js";

// What draws charts and maps is large and wanted later: it is here before anybody goes offline.
void import("./parts/chart/drawing.js");
void import("./parts/map/webgl.js");
