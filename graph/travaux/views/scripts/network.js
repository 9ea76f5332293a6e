// The map of what was said, drawn from what the server gives.
import { serverSource } from "./mapping/source.js";
import { startMap } from "./mapping/start.js";

const root = document.getElementById("map");
if (root) startMap(root, serverSource(root));
