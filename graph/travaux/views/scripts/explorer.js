// What every page does: keys, dark and light, and copying the link. Pages work without it.
import { startKeys } from "./keys.js";
import { startMenu } from "./menu.js";
import { startPrinting } from "./printing.js";
import { startSharing } from "./sharing.js";
import { startTheme } from "./switching.js";

startTheme();
startSharing();
startKeys();
startMenu();
startPrinting();
