"""The process of a query worker: reads one request a line, answers each with one line, and leaves the rows in a file."""

from __future__ import annotations

import ctypes
import json
import resource
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat, Store

from travaux.errors import QueryError, StoreError, TravauxError
from travaux.rdf.sparql.dataset import EVERYTHING, Dataset
from travaux.rdf.sparql.evaluate import evaluate
from travaux.rdf.sparql.keywords import QueryKind
from travaux.rdf.sparql.lines import LimitedLines
from travaux.rdf.sparql.stopping import BrokenError
from travaux.rdf.sparql.triples import sort_lines
from travaux.rdf.store.folder import explain, open_folder

_MEMORY = 8 * 2**30
_GRACE = 5  # seconds after which this process ends itself if nobody else has
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


def main(folder: Path) -> None:
    """Answer requests from standard input until it ends."""
    _limit_memory()
    _leave_network()
    engine: Store | None = None
    for line in sys.stdin:
        request = json.loads(line)
        signal.setitimer(signal.ITIMER_REAL, request["seconds"] + _GRACE)
        try:
            engine = engine or open_folder(folder, read_only=True)
            told = _answer(engine, request)
        except TravauxError as error:
            told = _tell(error)
        except MemoryError:
            told = _tell(BrokenError("the query needs too much memory", hint="Add LIMIT, or ask without ORDER BY and GROUP BY."))
        except RuntimeError as error:
            told = _tell(QueryError(str(error)))
        except OSError as error:
            told = _tell(explain(folder, error))
        signal.setitimer(signal.ITIMER_REAL, 0)
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


def _answer(engine: Store, request: dict[str, Any]) -> dict[str, Any]:
    graphs = request["graphs"]
    dataset = Dataset(tuple(graphs["default"]), tuple(graphs["named"])) if graphs else EVERYTHING
    result = evaluate(engine, request["query"], dataset)
    told = {"count": 0, "cut": False, "truth": False, "variables": []}
    if isinstance(result, QueryBoolean):
        return {**told, "kind": QueryKind.ASK, "truth": bool(result)}
    with Path(request["file"]).open("r+b") as file:
        if isinstance(result, QuerySolutions):
            variables = [variable.value for variable in result.variables]
            return {**told, "kind": QueryKind.SELECT, "variables": variables, **_write_rows(result, file, request["rows"])}
        return {**told, "kind": QueryKind.CONSTRUCT, **_write_triples(result, file, request["rows"])}


def _write_rows(solutions: QuerySolutions, file: IO[bytes], rows: int | None) -> dict[str, Any]:
    lines = LimitedLines(file, None if rows is None else rows + 1)
    cut = lines.fill(lambda: solutions.serialize(lines, QueryResultsFormat.TSV))
    return {"count": lines.count - 1, "cut": cut}


def _write_triples(triples: QueryTriples, file: IO[bytes], rows: int | None) -> dict[str, Any]:
    lines = LimitedLines(file, rows)
    cut = lines.fill(lambda: triples.serialize(lines, RdfFormat.N_TRIPLES))
    file.seek(0)
    ordered = sort_lines(file)
    file.seek(0)
    file.truncate()
    file.writelines(ordered)
    return {"count": len(ordered), "cut": cut}


def _tell(error: TravauxError) -> dict[str, Any]:
    kind = "store" if isinstance(error, StoreError) else "broken" if isinstance(error, BrokenError) else "query"
    return {"error": kind, "what": error.what, "where": error.where, "hint": error.hint}


def _limit_memory() -> None:
    with suppress(ValueError, OSError):  # some systems know no such limit
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, hard))


def _leave_network() -> None:
    """Give up the network where the system lets a process do so: a second wall behind the refusal of SERVICE."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
