"""Every kind of page before and after a change: `python -m tests.look [--base REVISION] [--only PART] [-o FOLDER]`.

Without `--base` the last commit is compared with what lies in the working tree. Exit code 1 if a page differs.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.look.difference import differences
from tests.look.family import render
from tests.look.report import write_report

_ROOT = Path(__file__).parents[2]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.look", description="Pages before and after a change.")
    parser.add_argument("--base", default="HEAD", help="the revision to compare with; default: the last commit")
    parser.add_argument("--only", default="", metavar="PART", help="only files with this in their name, such as chart")
    parser.add_argument("-o", dest="folder", type=Path, default=_ROOT / "made" / "look", help="default: made/look")
    chosen = parser.parse_args(arguments)
    shutil.rmtree(chosen.folder, ignore_errors=True)
    before, after = chosen.folder / "before", chosen.folder / "after"
    with tempfile.TemporaryDirectory() as name:
        tree = Path(name) / "tree"
        _git("worktree", "add", "--detach", "--quiet", str(tree), chosen.base)
        try:
            render(tree, before, chosen.only)
        finally:
            _git("worktree", "remove", "--force", str(tree))
    failed = render(_ROOT, after, chosen.only)
    pages = differences(before, after)
    changed = [page for page in pages if page.share]
    print(*(f"{page.share:8.2%}  {page.name}" for page in changed), sep="\n")
    print(f"{len(changed)} of {len(pages)} pages differ, {len(failed)} files could not be made")
    print(write_report(chosen.folder, pages, failed))
    return 1 if changed or failed else 0


def _git(*words: str) -> None:
    subprocess.run(["git", "-C", str(_ROOT), *words], check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
