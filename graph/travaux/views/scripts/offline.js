// The explorer in one file: what a server does for the pages, done in the browser.
import "./theme.js";
import { startKeys } from "./keys.js";
import { Pages } from "./offline/showing.js";
import { unpack } from "./offline/unpacking.js";
import { startSharing } from "./sharing.js";
import { startTheme } from "./switching.js";

const STARTERS = [];

async function start() {
  startTheme();
  startSharing();
  startKeys((address) => { location.hash = address; });
  const data = await unpack(document.getElementById("packed"));
  new Pages(data, document.getElementById("main"), STARTERS).start();
}

start();
