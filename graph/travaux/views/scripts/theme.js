// Before anything is drawn: scripts are on, and the page is dark or light as it was left.
import { readKept } from "./keeping.js";

document.documentElement.classList.add("js");
const theme = readKept("theme");
if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
