"""Resources and samples are found from a checkout and from an installed wheel alike."""

import json
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path

import pytest

from annotator.formats.registry import ENTRY_POINTS

TOP = Path(__file__).parents[2]

ASK = """
import json
from annotator.host import paths
print(json.dumps({
    "package": paths.__file__,
    "icon": str(paths.resource("icons/redpencil.svg")),
    "resources": sorted(str(p.relative_to(paths.resource(""))) for p in paths.resource("").rglob("*.*")),
    "seeds": sorted(p.name for p in paths.seeds_folder().iterdir()),
}))
"""


def told(folder: Path, elsewhere: Path) -> dict:
    """What the package found first in `folder` says of its places, asked from another folder."""
    script = f"import sys; sys.path.insert(0, {str(folder)!r}); " + ASK
    asked = subprocess.run(
        [sys.executable, "-c", script], cwd=elsewhere, capture_output=True, text=True, check=True
    )
    answer = json.loads(asked.stdout)
    assert Path(answer["package"]).is_relative_to(folder)
    assert Path(answer["icon"]).is_file()
    assert Path(answer["icon"]).is_relative_to(folder)
    return answer


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's content, installed by pip."""
    wheels, target = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("site")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    build = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(wheels), str(TOP)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = wheels.glob("redpencil-*.whl")
    install = [*pip, "install", "--no-deps", "--no-index", "--target", str(target), str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    return target


def test_a_wheel_has_what_the_checkout_has(installed, tmp_path):
    from_wheel, from_checkout = told(installed, tmp_path), told(TOP, tmp_path)
    assert from_wheel["resources"] == from_checkout["resources"] != []
    assert from_wheel["seeds"] == from_checkout["seeds"] != []


def test_a_wheel_holds_the_package_and_nothing_else(installed):
    packages = {entry.name for entry in installed.iterdir() if not entry.name.endswith(".dist-info")}
    assert packages - {"bin", "Scripts"} == {"annotator"}


def test_a_wheel_says_where_the_format_is_that_needs_the_window(installed):
    (about,) = distributions(path=[str(installed)])
    found = {entry.name: entry for entry in about.entry_points.select(group=ENTRY_POINTS)}
    assert set(found) == {"pdf"}
    assert (installed / found["pdf"].module.replace(".", "/")).with_suffix(".py").is_file()
