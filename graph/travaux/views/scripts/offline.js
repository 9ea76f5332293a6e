// The explorer in one file: what a server does for the pages, done in the browser.
import "./theme.js";
import { startKeys } from "./keys.js";
import { showMap } from "./offline/mapping.js";
import { startMenu } from "./menu.js";
import { Search } from "./offline/searching.js";
import { Pages } from "./offline/showing.js";
import { unpack } from "./offline/unpacking.js";
import { startPrinting } from "./printing.js";
import { startLighting } from "./reading/lighting.js";
import { startWalking } from "./reading/walking.js";
import { startNarrowing } from "./searching/narrowing.js";
import { suggestFrom } from "./searching/source.js";
import { startSuggesting } from "./searching/suggesting.js";
import { startSharing } from "./sharing.js";
import { startTheme } from "./switching.js";

async function start() {
  startTheme();
  startSharing();
  startKeys((address) => { location.hash = address; });
  startMenu();
  startPrinting();
  startLighting();
  startWalking();
  const data = await unpack(document.getElementById("packed"));
  const pages = new Pages(data, document.getElementById("main"));
  const search = new Search(pages);
  pages.scripts = {
    "/map": (root) => showMap(root, data),
    "/search": (root, address) => {
      search.show(root, address);
      startNarrowing(root.querySelector("form.facets"));
    },
  };
  suggestFrom((text) => search.suggest(text));
  startSuggesting(document.getElementById("find"));
  pages.start();
}

start();
