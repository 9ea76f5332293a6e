"""What commands take: a corpus named in either way, names of things in help, and mistakes that are told as what they are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from travaux.cli import travaux
from travaux.cli.lazy import COMMANDS
from travaux.errors import CorpusError
from travaux.exchange.registry import EXPORTS
from travaux.pipeline.build import Build


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(travaux, list(arguments), catch_exceptions=False)
    return done.exit_code, done.output


@pytest.mark.parametrize("command", ["build", "check", "explore", "review"])
def test_a_corpus_is_named_as_an_argument_or_by_the_option_and_not_twice(command: str, tmp_path: Path) -> None:
    nowhere = str(tmp_path / "nowhere")
    for named in ([nowhere], ["--corpus", nowhere], ["-c", nowhere]):
        with pytest.raises(CorpusError) as error:
            CliRunner().invoke(travaux, [command, *named], catch_exceptions=False)
        assert "nowhere" in str(error.value)
    code, told = run(command, nowhere, "--corpus", str(tmp_path))
    assert code == 2
    assert f"The corpus is named twice: {nowhere}, and {tmp_path} with --corpus." in told


def test_the_option_names_the_same_corpus_as_the_argument(built_seeds: Build) -> None:
    folder = str(built_seeds.corpus.folder)
    assert run("check", folder) == run("check", "--corpus", folder)


def test_a_line_of_usage_breaks_no_word_and_the_help_lists_what_can_be_exported() -> None:
    _, told = run("export", "--help")
    assert told.startswith("Usage: travaux export [OPTIONS] [WHAT] [FILE]\n")
    assert all(f"\n  {name} " in told for name in EXPORTS)


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in {"new", "extract", "evaluate", "import"}])
def test_every_command_about_a_corpus_takes_the_option(command: str) -> None:
    assert "-c, --corpus" in run(command, "--help")[1]


@pytest.mark.parametrize(("folder", "title"), [("plastics-treaty", "Plastics treaty"), ("UN_cybercrime", "UN cybercrime")])
def test_a_new_corpus_has_the_name_of_its_folder_for_a_title_unless_one_is_given(tmp_path: Path, folder: str, title: str) -> None:
    assert f"titled “{title}”" in run("new", str(tmp_path / folder))[1]
    assert f'\ntitle = "{title}"\n' in (tmp_path / folder / "corpus.toml").read_text("utf-8")
    run("new", str(tmp_path / "other"), "--title", "Lakes")
    assert '\ntitle = "Lakes"\n' in (tmp_path / "other" / "corpus.toml").read_text("utf-8")


@pytest.mark.parametrize("values", [["position=x"], ["consultation=x", "position=x"]])
def test_an_unknown_parameter_of_a_question_is_told_with_those_that_there_are(built_seeds: Build, values: Sequence[str]) -> None:
    code, told = run("ask", "position-statements", *values, "--corpus", str(built_seeds.corpus.folder))
    assert code == 2
    assert "'position-statements' has no parameter 'position'. It takes consultation (optional)" in told
