// The published site: what a server does for the pages, done in the browser. Pages work without it, but for the search and narrowing.
import { startKeys } from "./keys.js";
import { startMenu } from "./menu.js";
import { narrow } from "./offline/narrowing.js";
import { markPassage } from "./offline/passages.js";
import { Search } from "./offline/searching.js";
import { startPrinting } from "./printing.js";
import { startLighting } from "./reading/lighting.js";
import { openNamed, startWalking } from "./reading/walking.js";
import { startNarrowing } from "./searching/narrowing.js";
import { suggestFrom } from "./searching/source.js";
import { startSuggesting } from "./searching/suggesting.js";
import { startSharing } from "./sharing.js";
import { mendLinks, toFile } from "./site/addresses.js";
import { cards, loadSearch, settings } from "./site/loading.js";
import { openAt } from "./site/opening.js";
import { startTheme } from "./switching.js";

const main = document.getElementById("main");
const options = new URLSearchParams(location.search);

startTheme();
startSharing();
startKeys((address) => location.assign(toFile(address)));
startMenu();
startPrinting();
startLighting();
startWalking();
mendLinks();
markPassage(main, options.get("at"));
openAt(main, options.get("at"));
openNamed();
if (main.querySelector(".statement")) narrow(main, { options, plain: location.pathname }, settings());

const search = new Search({ data: settings(), cards, link: (address) => address });
suggestFrom(async (text) => {
  await loadSearch();
  return search.suggest(text);
});
startSuggesting(document.getElementById("find"));
const facets = main.querySelector("form.facets");
if (facets) {
  loadSearch().then(
    () => {
      search.show(main, { options });
      startNarrowing(facets);
    },
    () => { main.querySelector("#how-many").textContent = "The search could not be loaded; everything is listed below."; },
  );
}
