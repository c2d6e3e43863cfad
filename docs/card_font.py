"""Makes the font of the link previews out of Literata's variable one, and is needed only to renew it.

    pip install fonttools fontpkg-literata
    python docs/card_font.py

One weight and one size of design, no hints and no tables but those that Pillow's basic layout reads. That layout knows
kerning only from the old `kern` table, so the pairs of the new one are written out into it.
"""

from __future__ import annotations

import itertools
import shutil
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).parent.parent / "src" / "minicourse" / "render" / "fonts"
AXES = {"opsz": 48, "wght": 700}
LEAST_KERN = 12
"""Thousandths of an em: less than this can't be seen."""
LETTERS = (range(0x20, 0x180), range(0x386, 0x3CF), range(0x400, 0x460), range(0x1EA0, 0x1EFA), range(0x2010, 0x203B))
"""Latin, Greek, Cyrillic and Vietnamese as they are written today, and punctuation."""
MOST_PAIRS = 10_000
"""A `kern` table can hold 10,920."""


def main() -> None:
    """Write the font and its licence."""
    source = files("fontpkg_literata")
    font = TTFont(str(source / "files" / "Literata[opsz,wght].ttf"), recalcTimestamp=False)
    instantiateVariableFont(font, AXES, inplace=True)
    pairs = dict(itertools.islice(kerning(font), MOST_PAIRS))
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "STAT", "gasp", "DSIG", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    table = KernTable_format_0()
    table.apple, table.coverage, table.format, table.kernTable = False, 1, 0, pairs
    font["kern"] = newTable("kern")
    font["kern"].version, font["kern"].kernTables = 0, [table]
    FONTS.mkdir(exist_ok=True)
    font.save(FONTS / "literata-bold.ttf")
    shutil.copy(str(source / "LICENSE"), FONTS / "literata-bold.LICENSE")


def kerning(font: TTFont) -> Iterator[tuple[tuple[str, str], int]]:
    """Pairs of glyphs with the change of their distance: those of letters without accents first, then by how much."""
    least = LEAST_KERN * font["head"].unitsPerEm // 1000
    names = font.getBestCmap()
    glyphs = [names[code] for code in sorted(names) if any(code in letters for letters in LETTERS)]
    seen: set[tuple[str, str]] = set()
    found = []
    for lookup in _lookups(font):
        # In a lookup the first table that knows a pair decides, and of several lookups we take the first.
        for left, right in itertools.product(glyphs, glyphs):
            if (left, right) in seen:
                continue
            value = next((v for v in (_value(table, left, right) for table in lookup) if v is not None), None)
            if value is not None:
                seen.add((left, right))
                if abs(value) >= least:
                    found.append(((left, right), value))
    accented = {name for code, name in names.items() if unicodedata.decomposition(chr(code))}
    yield from sorted(found, key=lambda pair: (not accented.isdisjoint(pair[0]), -abs(pair[1]), pair[0]))


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
