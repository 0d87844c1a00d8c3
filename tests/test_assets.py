from pathlib import Path

import pytest

from generator import assets


def test_bundled_folders_are_found(checkout: Path) -> None:
    assert assets.asset("themes").is_dir()
    assert assets.bundled_content().is_dir()
    assert assets.asset("themes").parents[1] in (checkout, Path(assets.__file__).parent / "_bundle")


def test_a_missing_asset_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"fonts.Comic\.ttf"):
        assets.asset("fonts", "Comic.ttf")


def test_the_packaged_copy_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "generator"
    for folder in ("assets", "handouts"):
        (package / "_bundle" / folder).mkdir(parents=True)
        (package.parent / folder).mkdir()  # some other package's
    monkeypatch.setattr(assets, "_PACKAGE", package)
    assets._root.cache_clear()
    try:
        assert assets.bundled_content() == package / "_bundle" / "handouts"
    finally:
        assets._root.cache_clear()


def test_an_incomplete_installation_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path / "generator")
    assets._root.cache_clear()
    try:
        with pytest.raises(FileNotFoundError, match="installation is incomplete"):
            assets.bundled_content()
    finally:
        assets._root.cache_clear()
