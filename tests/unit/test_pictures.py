"""Pictures for slides: a file that stands alone, harmless whatever people typed, and right to the digit."""

from __future__ import annotations

import sys
from io import BytesIO
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ParserCreate

import pytest

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Link
from culture_tui.domain.records import Rating
from culture_tui.errors import NotWrittenError
from culture_tui.language import catalogue
from culture_tui.reports.charts import CHARTS, ChartKind
from culture_tui.reports.pictures import picture
from culture_tui.reports.pictures.png import png
from culture_tui.reports.pictures.svg import common_size, fitted, in_lines, shade, width_of
from support import NOW, assessment, flagship, skeleton

WORDS = catalogue("en")
DIMENSIONS = {"north": ["mission", "vision"], "people": ["places"], "first": ["desk", "calls"]}
PARTS = {"north": "processes", "people": "processes", "first": "traits"}
HOSTILE = '</text><script>alert(1)</script><image href="http://x.example/a.png"/>&"\'[post-mortem] \u202eא😀'


def sample(links: tuple[Link, ...] = (Link(between=("north", "first")),)) -> Assessment:
    """Three dimensions in two parts, of which two are linked and contradict each other."""
    model = skeleton(DIMENSIONS, part_of=PARTS, links=links)
    return assessment(model, {"mission": 2, "vision": 1, "desk": 4, "calls": 3}).with_target("desk", 5, NOW)


def drawn(kind: ChartKind, of: Assessment) -> Element:
    """The picture as XML, which it must be."""
    return parsed(picture(kind, of, WORDS))


def parsed(text: str) -> Element:
    """The XML of a file; an error where it is none."""
    builder, parser = TreeBuilder(), ParserCreate()
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.ParseFile(BytesIO(text.encode()))
    return builder.close()


def texts(root: Element) -> list[str]:
    """Everything that is written in it."""
    return [each.text or "" for each in root.iter("text")]


def many(dimensions: int, practices: int = 2, levels: int = 5) -> Assessment:
    """A model of any size, all rated, its titles as long as titles may be."""
    model = skeleton(
        {f"d{n}": [f"d{n}-p{k}" for k in range(practices)] for n in range(dimensions)}, levels=levels
    )
    long = {key: each.model_copy(update={"title": "Wörter " * 42}) for key, each in model.dimensions.items()}
    return assessment(model.model_copy(update={"dimensions": long}), dict.fromkeys(model.practices, levels))


def pulse() -> Assessment:
    """One question a dimension."""
    of = sample()
    changes = {"workshop": of.workshop.model_copy(update={"mode": "pulse"}), "ratings": {}}
    return of.model_copy(update={**changes, "pulse": {"north": Rating(level=2)}})


ODD: dict[str, Assessment] = {
    "nothing rated": assessment(skeleton(DIMENSIONS, part_of=PARTS)),
    "one dimension": many(1),
    "two dimensions": many(2),
    "three dimensions": many(3),
    "forty dimensions": many(40),
    "forty practices": many(4, 40),
    "two levels": many(5, levels=2),
    "ten levels": many(5, levels=10),
    "pulse": pulse(),
}


@pytest.mark.parametrize("kind", CHARTS)
@pytest.mark.parametrize("name", ODD)
def test_every_model_and_state_can_be_drawn_within_the_picture(kind: ChartKind, name: str) -> None:
    """Nobody tries out a chart before the meeting in which it is shown."""
    root = drawn(kind, ODD[name])
    assert root.get("viewBox") == "0 0 1600 900"
    for each in root.iter("text"):
        size, said = float(each.get("font-size", 0)), each.text or ""
        across, down = float(each.get("x", -1)), float(each.get("y", -1))
        wide = width_of(said, size)
        left = across - {"start": 0, "middle": wide / 2, "end": wide}[each.get("text-anchor", "start")]
        assert left >= 0
        assert left + wide <= 1600
        assert 0 < down <= 890
        assert size >= 7
    for each in root.iter("rect"):
        assert 0 <= float(each.get("x", 0)) <= float(each.get("x", 0)) + float(each.get("width", 0)) <= 1600


@pytest.mark.parametrize("kind", CHARTS)
def test_a_picture_stands_alone_and_acts_on_nothing(kind: ChartKind) -> None:
    """It is mailed to people whose programs fetch what a file names."""
    of = sample()
    parts = {key: part.model_copy(update={"title": HOSTILE}) for key, part in of.model.parts.items()}
    dimensions = of.model.dimensions.items()
    named = {key: each.model_copy(update={"title": f"{HOSTILE} {key}"}) for key, each in dimensions}
    model = of.model.model_copy(update={"parts": parts, "dimensions": named, "title": HOSTILE})
    subject = of.subject.model_copy(update={"unit": HOSTILE})
    told = of.model_copy(update={"title": HOSTILE, "model": model, "subject": subject})
    root = drawn(kind, told)
    assert {each.tag for each in root.iter()} <= {
        *("svg", "title", "desc", "g", "rect", "text", "line", "polygon", "circle")
    }
    names = {name for each in root.iter() for name in each.attrib}
    assert not [name for name in names if "href" in name or name.startswith("on") or name in {"style", "src"}]
    values = [value for each in root.iter() for name, value in each.attrib.items() if name != "xmlns"]
    assert not [value for value in values if "url(" in value or ":" in value]
    assert "\u202e" not in picture(kind, told, WORDS)
    assert any(each.startswith("</text><script>") for each in texts(root))


@pytest.mark.parametrize("kind", CHARTS)
def test_title_unit_date_and_coverage_are_on_every_picture(kind: ChartKind) -> None:
    """A slide without them is shown next year as if it were of this one."""
    said = texts(drawn(kind, sample()))
    assert said[0] == "Payments desk"
    assert said[1] == "Harbour Bank · Payments desk · 21 November 2026 · Small"
    assert "4 of 5 rated" in said[2]


def test_bars_are_as_long_as_the_scores() -> None:
    """A bar that is drawn wrong is believed all the same."""
    root = drawn("bars", sample())
    bars = [float(each.get("width", 0)) for each in root.iter("rect")][1:]
    by_part_and_dimension = (1.5, 1.5, 3.5, 3.5)
    assert bars == pytest.approx([score / 5 * 500 for score in by_part_and_dimension], abs=0.1)


def test_bars_mark_each_target() -> None:
    """What is aimed at is the reason for the slide."""
    root = drawn("bars", sample())
    circles = [float(each.get("cx", 0)) for each in root.iter("circle")]
    assert circles == pytest.approx([690 + 2.5 / 5 * 500, 690 + 4.5 / 5 * 500], abs=0.1)


def test_a_radar_has_a_solid_line_for_scores_and_a_dotted_one_for_targets() -> None:
    """Printed in black and white the two must still differ."""
    of = many(5).with_target("d0-p0", 5, NOW)
    lines = list(drawn("radar", of).iter("line"))
    spokes, targets, scores = lines[:5], lines[5:10], lines[10:]
    assert [len(spokes), len(targets), len(scores)] == [5, 5, 5]
    assert all(each.get("stroke-dasharray") for each in targets)
    assert not any(each.get("stroke-dasharray") for each in [*spokes, *scores])


def test_a_radar_of_an_even_profile_is_even() -> None:
    """The highest level everywhere is the outermost ring."""
    root = drawn("radar", many(8))
    points = [
        {tuple(map(float, point.split(","))) for point in each.get("points", "").split()}
        for each in root.iter("polygon")
    ]
    assert points[4] == points[5]
    assert {(round(780 - x, 1), y) for x, y in points[5]} == points[5]


def test_a_radar_of_too_few_dimensions_is_bars_and_says_why() -> None:
    """Slides, too, should not leave people guessing."""
    said = texts(drawn("radar", many(2)))
    assert said[-1].startswith("A radar needs three dimensions or more, and there are 2: bars instead.")


def test_a_heatmap_has_a_cell_for_each_link_with_the_lower_score() -> None:
    """Three of the pairs have nothing to say, and one contradicts itself."""
    root = drawn("heatmap", sample())
    assert "1.5 ≠" in texts(root)
    assert len(list(root.iter("rect"))) == 2


def test_without_links_a_heatmap_has_a_cell_for_each_practice() -> None:
    """Level, or in one character why there is none."""
    root = drawn("heatmap", sample(links=()))
    said = texts(root)
    assert len(list(root.iter("rect"))) == 6
    assert [each for each in said if each in {"1", "2", "3", "4", "·"}] == ["2", "1", "·", "4", "3"]


def test_the_weaker_the_darker_and_its_number_stays_readable() -> None:
    """Contrast of at least 4.5 to 1 between number and cell, as far as a middle tone allows."""
    assert (shade(0)[0], shade(1)[0]) == ("#ecf3f1", "#0b4f47")
    assert min(contrast(*shade(step / 8)) for step in range(9)) >= 3.5
    assert min(contrast(*shade(step / 4)) for step in range(5)) >= 4.5


def contrast(first: str, second: str) -> float:
    """The contrast of two colours, after WCAG 2."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """How light a colour is, after WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_long_texts_are_cut_and_letters_of_two_cells_count_twice() -> None:
    """Nothing runs off the slide."""
    assert fitted("short", 20, 400) == "short"
    assert fitted("word " * 60, 20, 200).endswith("…")
    assert width_of(fitted("日本" * 60, 20, 200), 20) <= 200
    assert in_lines("one two three four five", 20, 100, 2)[0] == "one two"
    assert in_lines("one two three four five", 20, 100, 2)[1].endswith("…")
    assert common_size(["x" * 10], 20, 1000) == 20
    assert common_size(["x" * 100], 20, 1000) == pytest.approx(20 * 0.893, abs=0.01)
    assert common_size(["x" * 900], 20, 1000) == pytest.approx(20 * 0.78)


def test_a_picture_of_the_model_that_ships_speaks_the_language_asked_for() -> None:
    """The client's slide is in the client's words."""
    of = assessment(flagship().skeleton(), {"mission": 2})
    english, spanish = (texts(parsed(picture("bars", of, catalogue(code)))) for code in ("en", "es"))
    assert "level" in english
    assert "level" not in spanish


@pytest.fixture
def without_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer on which the optional library is not installed."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)


@pytest.mark.usefixtures("without_library")
def test_without_the_library_a_png_says_what_to_install() -> None:
    """The way on is in the message."""
    with pytest.raises(NotWrittenError, match=r"resvg-py.*pip install 'culture-tui\[pictures\]'"):
        png(picture("bars", sample(), WORDS))


def test_a_png_has_the_size_of_the_picture_and_writes_accents() -> None:
    """Letters that a font lacks would be boxes on the client's slide."""
    pytest.importorskip("resvg_py")
    try:
        blank = png(picture("bars", sample().model_copy(update={"title": "."}), WORDS))
    except NotWrittenError:
        pytest.skip("no font on this computer")
    assert blank[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(blank[16:20]), int.from_bytes(blank[20:24])) == (1600, 900)
    written = {png(picture("bars", sample().model_copy(update={"title": each}), WORDS)) for each in "áñšăț□"}
    assert len(written | {blank}) == 7


def test_a_computer_without_any_font_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines without words would be noticed in the meeting only."""
    resvg = pytest.importorskip("resvg_py")
    from culture_tui.reports.pictures import png as module

    draw = resvg.svg_to_bytes
    monkeypatch.setattr(resvg, "svg_to_bytes", lambda svg_string: draw(svg_string, skip_system_fonts=True))
    module.has_letters.cache_clear()
    with pytest.raises(NotWrittenError, match="none was found on this computer"):
        png(picture("bars", sample(), WORDS))
    module.has_letters.cache_clear()
