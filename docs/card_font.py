"""Makes the font of the cards for shared links out of Literata's variable one; needed only to renew it.

    pip install fonttools fontpkg-literata
    python docs/card_font.py

One weight and one size of design, no hints, and no tables that Pillow doesn't read. It doesn't read the kerning of
such a font, so that is written into a file of its own: for each character, by how much which others move closer to it.
"""

from __future__ import annotations

import itertools
import json
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).parent.parent / "src" / "minicourse" / "render" / "fonts"
AXES = {"opsz": 48, "wght": 700}
LEAST_KERN = 12
"""Thousandths of an em: less than this can't be seen."""
LETTERS = (range(0x21, 0x180), range(0x386, 0x3CF), range(0x400, 0x460), range(0x1EA0, 0x1EFA), range(0x2010, 0x203B))
"""Latin, Greek, Cyrillic and Vietnamese as they are written today, and punctuation."""


def main() -> None:
    """Write the font, its kerning and its licence."""
    source = files("fontpkg_literata")
    font = TTFont(str(source / "files" / "Literata[opsz,wght].ttf"), recalcTimestamp=False)
    instantiateVariableFont(font, AXES, inplace=True)
    lines = ",\n".join(f"{_json(left)}: {_json(pairs)}" for left, pairs in kerning(font).items())
    (FONTS / "literata-bold.kerning.json").write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "STAT", "gasp", "DSIG", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    font.save(FONTS / "literata-bold.ttf")
    shutil.copy(str(source / "LICENSE"), FONTS / "literata-bold.LICENSE")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def kerning(font: TTFont) -> dict[str, dict[int, str]]:
    """For each character the change of its distance, in thousandths of an em, and before which others it applies."""
    em, names = font["head"].unitsPerEm, font.getBestCmap()
    known = [code for code in sorted(names) if any(code in letters for letters in LETTERS)]
    found: dict[str, dict[int, str]] = {}
    for lookup in _lookups(font):
        for left, right in itertools.product(known, known):
            # The first table of a lookup that knows a pair decides.
            values = (_value(table, names[left], names[right]) for table in lookup)
            value = round(next((value for value in values if value is not None), 0) * 1000 / em)
            if abs(value) >= LEAST_KERN:
                kerned = found.setdefault(chr(left), {})
                kerned[value] = kerned.get(value, "") + chr(right)
    return found


def _lookups(font: TTFont) -> Iterator[list[object]]:
    table = font["GPOS"].table
    wanted = {i for f in table.FeatureList.FeatureRecord if f.FeatureTag == "kern" for i in f.Feature.LookupListIndex}
    for index in sorted(wanted):
        lookup = table.LookupList.Lookup[index]
        subtables = [getattr(sub, "ExtSubTable", sub) for sub in lookup.SubTable]
        yield [sub for sub in subtables if sub.LookupType == 2]


def _value(table: object, left: str, right: str) -> int | None:
    if left not in table.Coverage.glyphs:
        return None
    if table.Format == 1:
        records = table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord
        return next((_advance(r.Value1) for r in records if r.SecondGlyph == right), None)
    first, second = table.ClassDef1.classDefs.get(left, 0), table.ClassDef2.classDefs.get(right, 0)
    return _advance(table.Class1Record[first].Class2Record[second].Value1)


def _advance(value: object) -> int:
    return getattr(value, "XAdvance", 0) if value else 0


if __name__ == "__main__":
    main()
