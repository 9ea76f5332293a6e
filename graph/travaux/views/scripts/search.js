// The search: suggestions while one types, on every page; the facets of its own page at once.
import { startNarrowing } from "./searching/narrowing.js";
import { startSuggesting } from "./searching/suggesting.js";

startSuggesting(document.getElementById("find"));
startNarrowing(document.querySelector("form.facets"));
