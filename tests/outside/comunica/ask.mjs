// Asks an endpoint by Comunica: `node ask.mjs ENDPOINT`, one line of JSON with what SELECT, ASK and CONSTRUCT gave.
import { QueryEngine } from "@comunica/query-sparql";

const TRV = "PREFIX trv: <https://w3id.org/travaux/ontology#>";
const engine = new QueryEngine();
const sources = [{ type: "sparql", value: process.argv[2] }];
const rows = await engine.queryBindings(`${TRV} SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a trv:Statement }`, { sources });
const statements = Number((await rows.toArray())[0].get("n").value);
const joined = await engine.queryBindings(`${TRV} SELECT ?s ?q WHERE { ?s a trv:Statement ; trv:span ?p . ?p trv:quote ?q }`, { sources });
const quotes = (await joined.toArray()).length;
const truth = await engine.queryBoolean(`${TRV} ASK { ?s a trv:Statement }`, { sources });
const untruth = await engine.queryBoolean(`${TRV} ASK { ?s a trv:Nothing }`, { sources });
const triples = await engine.queryQuads(`${TRV} CONSTRUCT { ?s a trv:Statement } WHERE { ?s a trv:Statement }`, { sources });
console.log(JSON.stringify({ statements, quotes, truth, untruth, triples: (await triples.toArray()).length }));
