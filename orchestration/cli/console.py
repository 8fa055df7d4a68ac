"""How the command line speaks: one console for answers, one for messages, one way to fail."""

import re
import sys
import unicodedata
from pathlib import Path
from typing import NoReturn

from rich.console import Console
from rich.text import Text

# wide enough for a table of claims where the output is a file or a pipe
PIPE_WIDTH = 150
out = Console(highlight=False, width=None if sys.stdout.isatty() else PIPE_WIDTH)
err = Console(stderr=True, highlight=False, width=None if sys.stderr.isatty() else PIPE_WIDTH)

EXIT_FAULT, EXIT_NOTHING_READ, EXIT_STOPPED = 1, 2, 3
# as shells say it of a command that Ctrl-C has ended
EXIT_INTERRUPTED = 130

# text from the web must not move the cursor, recolour the terminal or reverse the line
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-_])")


def clean(value: object) -> str:
    """A value as it may be printed: no escape sequences, no control or direction characters, one line."""
    text = " ".join(_ESCAPES.sub("", str(value)).split())
    return "".join(c if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co") else "\ufffd" for c in text)


def cell(value: object) -> Text:
    """A table cell that is never read as markup; nothing for null."""
    return Text("" if value is None else clean(value))


def fail(message: str, code: int = EXIT_FAULT) -> NoReturn:
    """Print the message on standard error and end with the code."""
    err.print(Text.assemble(("error: ", "bold red"), message), soft_wrap=True)
    raise SystemExit(code)


def note(message: str) -> None:
    """A remark on standard error."""
    err.print(Text(message, style="dim"), soft_wrap=True)


def short_path(path: Path) -> str:
    """The path as seen from the working folder where it lies below it."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
