// The reader of documents: a statement lights up in the text and beside it, and keys walk from one to the next. It works without.
import { startLighting } from "./reading/lighting.js";
import { openNamed, startWalking } from "./reading/walking.js";

startLighting();
startWalking();
openNamed();
