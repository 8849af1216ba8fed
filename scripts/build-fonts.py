#!/usr/bin/env python3
"""Build the faces in fonts/ from the fonts that Debian packages.

    python3 scripts/build-fonts.py --work-dir DIR [--out fonts] [--no-download]

Needs fontTools (Debian: python3-fonttools), `apt-get download` and dpkg-deb.
The packages are only downloaded and unpacked into DIR, never installed.
The same inputs and the same fontTools give the same bytes.
See fonts/README.md for what is made from what, and why.
"""

import argparse
import bz2
import concurrent.futures
import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import fontTools
from fontTools import subset
from fontTools.misc.roundTools import otRound
from fontTools.misc.timeTools import epoch_diff
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._g_l_y_f import Glyph

FONTTOOLS = "4.38.0"  # the version that made the committed files
MODIFIED_ON = "22 November 2026"  # when the recipe was last changed
MODIFIED_EPOCH = 1795305600  # the same day, for head.modified
VERSION = "1.000"
MAX_ERROR = 1.0  # CFF to glyf, in units of 1/1000 em

PACKAGES = ["texlive-lang-chinese", "fonts-babelstone-han", "fonts-hanazono", "unicode-data"]

FANDOL = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/"
FANDOL_DOC = "usr/share/doc/texlive-doc/fonts/fandol/"
BABELSTONE = "usr/share/fonts/truetype/babelstone/BabelStoneHan.ttf"
HANAMIN_A = "usr/share/fonts/truetype/hanazono/HanaMinA.ttf"
HANAMIN_B = "usr/share/fonts/truetype/hanazono/HanaMinB.ttf"
UNIHAN = "usr/share/unicode/Unihan_"

INPUTS = {
    FANDOL + "FandolFang-Regular.otf": "d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9",
    FANDOL + "FandolSong-Bold.otf": "ffa76a70e128947a4dd22151d5ee829b23e24ce3cb6fe8ad49891cd1c2d9e9b9",
    FANDOL + "FandolHei-Bold.otf": "42ca2de27b45e16a284768673b6205a5add9e17871ee0e7db9c0d03f061d96fd",
    FANDOL + "FandolSong-Regular.otf": "a3820003227d4abe31fe28b493200d94a849ccfd078b50a019264f70353020b0",
    FANDOL + "FandolHei-Regular.otf": "4afa97aa8751e0118617df88272b58d43691b5cffb7ea024c4580496e9f34d28",
    FANDOL + "FandolKai-Regular.otf": "ea7e7fb4f9b3ac694a68d43946e04d21deed6e8c29a7c2d3081e1a4138f2f827",
    BABELSTONE: "a2027ca3606907f6a628e9cd869605e3879beaaa38b37c7fec95b372130628c8",
    HANAMIN_A: "7ca87559414474848fc513a8d8eb42d5b0f8194c30c2abdfbfedff5398ec88d7",
    HANAMIN_B: "829543436cdf7b4c6730e2af5806fa406f8ddf0d4b656e0cd49c58d4db1c8d3c",
    UNIHAN + "OtherMappings.txt.bz2": "bdeef44d75d914e793b7f27ddc3bee01b2d11dd34f4e52de1a9fba74a1612dc2",
    UNIHAN + "IRGSources.txt.bz2": "52e6e55d22dd124d61dfbb845033fe354caf9a62ab84ac89aa0c374b0f8b99c5",
}

# (file, family, source, source of LATIN): the order is the order of fallback.
# Fandol Fang's own digits are sans-serif, Fandol Kai's hang below the line (old style), and
# Fandol Hei's are hairlines beside its heavy hanzi; each takes those of a sister face.
FANDOL_FACES = [
    ("BudgetGen-FangSong.ttf", "BudgetGen FangSong", "FandolFang-Regular", "FandolSong-Regular"),
    ("BudgetGen-XiaoBiaoSong.ttf", "BudgetGen XiaoBiaoSong", "FandolSong-Bold", "FandolSong-Bold"),
    ("BudgetGen-Hei.ttf", "BudgetGen Hei", "FandolHei-Regular", "FandolHei-Bold"),
    ("BudgetGen-Kai.ttf", "BudgetGen Kai", "FandolKai-Regular", "FandolSong-Regular"),
]
LATIN = [*range(0x20, 0x7F), 0xA5, 0x2013, 0x2030]  # ASCII, yen, en dash, per mille
# Wrong in Fandol: vertical forms that are not turned, a short low line and overline, a speck.
FANDOL_WRONG = {*range(0xFE10, 0xFE1A), 0xFF3F, 0xFFE3, 0x2122}
FALLBACK = ("BudgetGen-Fallback.ttf", "BudgetGen Fallback")
EXTENSION = ("BudgetGen-FallbackExtension.ttf", "BudgetGen Fallback Extension")

# The hanzi of all these faces stand in a box from -200 to 800 of 1000
# (Fandol's own 880/-120 is wrong for its outlines: text would sit low in its line).
ASCENT, DESCENT, LINE_GAP = 800, -200, 200

# IRG sources (China) whose extension characters are wanted: names of people and
# places, modern standards, textbooks, sciences. Not the big historical dictionaries.
G_SOURCES = {
    "G0", "G1", "G3", "G5", "G7", "G8", "GBK", "GE", "GCE", "GDM", "GDZ", "GFC", "GGFZ", "GGH",
    "GIDC", "GJZ", "GK", "GKJ", "GLGYJ", "GLK", "GOCD", "GPGLG", "GRM", "GS", "GT", "GXC", "GXH",
    "GXHZ", "GXM", "GZH", "GZYS",
}

OLD_SOURCES = {"G1", "G3", "G5", "G7", "GE", "GS"}  # of these, Extension A has its rare part

# Blocks of characters other than hanzi that the extension face takes from HanaMin.
SYMBOL_BLOCKS = [
    (0x00A0, 0x03FF),  # Latin, IPA, modifiers, Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x27BF),  # punctuation, currency, letterlike, arrows, mathematics, shapes, dingbats
    (0x2900, 0x297F), (0x2B00, 0x2BFF), (0x2E80, 0x2FFF),  # arrows, radicals, IDCs
    (0x3000, 0x33FF),  # CJK punctuation, kana, bopomofo, enclosed, compatibility
    (0xFE10, 0xFE6F), (0xFF00, 0xFFEF),  # vertical, small and full-width forms
    (0x1F100, 0x1F2FF),  # enclosed alphanumerics and ideographs
]


def is_han(c):
    return (
        c == 0x3007 or 0x3400 <= c <= 0x4DBF or 0x4E00 <= c <= 0x9FFF
        or 0xF900 <= c <= 0xFAFF or 0x20000 <= c <= 0x3FFFF
    )


def may_be_empty(c):
    return unicodedata.category(chr(c)) in ("Zs", "Zl", "Zp", "Cf") or c in (0x3164, 0xFFA0)


def unwanted(c):
    """Control characters, private use, variation selectors, tags, radicals: never mapped."""
    return (
        # A radical shares its glyph with the hanzi, and a PDF would give back the radical when copied.
        0x2E80 <= c <= 0x2FDF or
        c < 0x20 or 0x7F <= c <= 0x9F or 0xE000 <= c <= 0xF8FF or 0xFE00 <= c <= 0xFE0F
        or 0xE0000 <= c or 0xFFF0 <= c <= 0xFFFF
    )


def codec_chars(name):
    chars = set()
    for a in range(0x81, 0xFF):
        for b in range(0x40, 0xFF):
            try:
                s = bytes([a, b]).decode(name)
            except UnicodeDecodeError:
                continue
            if len(s) == 1:
                chars.add(ord(s))
    return chars


def unihan(root, file, field):
    for line in bz2.open(root / (UNIHAN + file + ".txt.bz2"), "rt", encoding="utf-8"):
        parts = line.rstrip("\n").split("\t")
        if len(parts) == 3 and parts[1] == field:
            yield int(parts[0][2:], 16), parts[2]


# ---------------------------------------------------------------- inputs


def fetch(work, download):
    debs, root = work / "debs", work / "root"
    debs.mkdir(parents=True, exist_ok=True)
    root.mkdir(exist_ok=True)
    for package in PACKAGES:
        if not list(debs.glob(package + "_*.deb")):
            if not download:
                sys.exit(f"{package}: no .deb in {debs}")
            subprocess.run(["apt-get", "download", package], cwd=debs, check=True)
        deb = sorted(debs.glob(package + "_*.deb"))[-1]
        subprocess.run(["dpkg-deb", "-x", str(deb), str(root)], check=True)
    for path, expected in INPUTS.items():
        got = hashlib.sha256((root / path).read_bytes()).hexdigest()
        if got != expected:
            sys.exit(f"{path}: sha256 {got}, expected {expected}")
    return root


# ---------------------------------------------------------------- outlines


def set_glyphs(font, glyphs):
    """Give the font these simple glyphs, without hints, in the order that it has."""
    order = font.getGlyphOrder()
    font["loca"] = newTable("loca")
    glyf = font["glyf"] = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = glyphs
    metrics = font["hmtx"].metrics
    for name in order:
        glyph = glyphs[name]
        glyph.recalcBounds(glyf)
        metrics[name] = (metrics[name][0], getattr(glyph, "xMin", 0) or 0)
    for tag in ("CFF ", "VORG", "fpgm", "prep", "cvt ", "gasp", "hdmx", "VDMX", "LTSH"):
        if tag in font:
            del font[tag]
    maxp = newTable("maxp")
    maxp.tableVersion = 0x00010000
    maxp.numGlyphs = len(order)
    maxp.maxZones = 1
    for field in (
        "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
        "maxStackElements", "maxSizeOfInstructions", "maxComponentElements", "maxComponentDepth",
        "maxPoints", "maxContours", "maxCompositePoints", "maxCompositeContours",
    ):
        setattr(maxp, field, 0)
    font["maxp"] = maxp
    head = font["head"]
    head.glyphDataFormat = 0
    head.flags = 0x000B  # baseline and left side bearing at 0, whole-pixel scaling
    font.sfntVersion = "\000\001\000\000"


def glyf_from_cff(font, latin):
    def outline(glyph, transform=(1, 0, 0, 1, 0, 0)):
        pen = TTGlyphPen(None)
        glyph.draw(TransformPen(Cu2QuPen(pen, MAX_ERROR, reverse_direction=True), transform))
        return pen.glyph()

    def middle(glyph, axis):
        pen = BoundsPen(None)
        glyph.draw(pen)
        return (pen.bounds[axis] + pen.bounds[axis + 2]) / 2

    source, cmap = font.getGlyphSet(), font.getBestCmap()
    metrics, em = font["hmtx"].metrics, font["head"].unitsPerEm
    glyphs = {name: outline(source[name]) for name in font.getGlyphOrder()}
    other, other_cmap = latin.getGlyphSet(), latin.getBestCmap()
    for c in LATIN:
        name, from_name = cmap[c], other_cmap[c]
        glyphs[name] = outline(other[from_name])
        metrics[name] = latin["hmtx"].metrics[from_name]
    # The full-width yen sign is drawn as a dollar sign: make it from the half-width yen sign.
    yen = other[other_cmap[0xA5]]
    glyphs[cmap[0xFFE5]] = outline(yen, (1, 0, 0, 1, otRound(em / 2 - middle(yen, 0)), 0))
    # The full-width tilde (ranges: 5~8) stands too high in all but Fang: bring it to the middle.
    tilde = source[cmap[0xFF5E]]
    to = (ASCENT + DESCENT) / 2 * em / 1000
    glyphs[cmap[0xFF5E]] = outline(tilde, (1, 0, 0, 1, 0, otRound(to - middle(tilde, 1))))
    set_glyphs(font, glyphs)


def glyf_shifted(font, shift_of):
    """Dissolve components, drop hints and move each glyph vertically by shift_of(name)."""
    source, glyphs = font.getGlyphSet(), {}
    for name in font.getGlyphOrder():
        recording = DecomposingRecordingPen(source)
        source[name].draw(recording)
        if recording.value:
            pen = TTGlyphPen(None)
            recording.replay(TransformPen(pen, (1, 0, 0, 1, 0, shift_of(name))))
            glyphs[name] = pen.glyph()
        else:
            glyphs[name] = Glyph()
    set_glyphs(font, glyphs)


def subset_to(font, codes, features=()):
    cmap = font["cmap"]
    cmap.tables = [t for t in cmap.tables if t.format != 14]  # no variation sequences
    options = subset.Options()
    options.hinting = False
    options.layout_features = list(features)
    options.layout_scripts = ["*"]
    options.glyph_names = False
    options.legacy_cmap = False
    options.symbol_cmap = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.drop_tables = [] if features else ["GPOS"]
    options.drop_tables += [
        "DSIG", "BASE", "GDEF", "GSUB", "VORG", "vhea", "vmtx", "meta", "FFTM", "prop", "gasp",
    ]
    s = subset.Subsetter(options)
    s.populate(unicodes=sorted(codes))
    s.subset(font)


def save(font, path):
    separate(font)
    font.save(path)


def separate(font):
    """Give every code point a glyph of its own: a PDF's text is read back from glyphs."""
    glyf, metrics = font["glyf"], font["hmtx"].metrics
    order = font.getGlyphOrder()
    first, own = {}, {}
    for c, name in sorted(font.getBestCmap().items()):
        if first.setdefault(name, c) != c and c != 0xA0:
            own[c] = f"c{c:05X}"
            order.append(own[c])
            glyf.glyphs[own[c]] = glyf[name]
            metrics[own[c]] = metrics[name]
    font.setGlyphOrder(order)
    glyf.glyphOrder = order
    font["maxp"].numGlyphs = len(order)
    for table in font["cmap"].tables:
        table.cmap.update({c: name for c, name in own.items() if c in table.cmap})


def drawn(font):
    """The code points of the cmap that have an outline, or need none."""
    if "glyf" in font:
        glyf = font["glyf"]
        empty = {n for n in font.getGlyphOrder() if glyf[n].numberOfContours == 0}
    else:
        strings = font["CFF "].cff[0].CharStrings
        empty = set()
        for name in font.getGlyphOrder():
            pen = DecomposingRecordingPen(strings)
            strings[name].draw(pen)
            if not pen.value:
                empty.add(name)
    return {
        c for c, name in font.getBestCmap().items()
        if not unwanted(c) and (name not in empty or may_be_empty(c))
    }


# ---------------------------------------------------------------- names and metrics


def finish(font, family, source, changes, licence, licence_url):
    upm = font["head"].unitsPerEm
    scale = upm / 1000

    old = {i: font["name"].getDebugName(i) or "" for i in (0, 5, 7, 8, 9, 11, 12)}
    postscript = family.replace("BudgetGen ", "BudgetGen", 1).replace(" ", "") + "-Regular"
    strings = {
        0: f"{old[0]} Modified for budgetgen, {MODIFIED_ON}.",
        1: family,
        2: "Regular",
        3: f"{VERSION};budgetgen;{postscript}",
        4: family,
        5: f"Version {VERSION}; from {source}, {old[5]}",
        6: postscript,
        8: old[8],
        9: old[9],
        10: f"This is a modified version of {source}, changed on {MODIFIED_ON} by the budgetgen "
            f"project with scripts/build-fonts.py: {changes}",
        11: old[11],
        12: old[12],
        13: licence,
        14: licence_url,
    }
    name = font["name"] = newTable("name")
    name.names = []
    for i, text in strings.items():
        if text:
            name.setName(text, i, 3, 1, 0x409)

    os2 = font["OS/2"]
    os2.version = max(os2.version, 4)
    for field, value in (
        ("sxHeight", 0), ("sCapHeight", 0),
        ("usDefaultChar", 0), ("usBreakChar", 32), ("usMaxContext", 1),
    ):
        if not hasattr(os2, field):
            setattr(os2, field, value)
    os2.usWeightClass = 400
    os2.usWidthClass = 5
    os2.fsSelection = 0x0040  # REGULAR
    os2.fsType = 0  # installable; the licences allow embedding
    os2.achVendID = "NONE"
    os2.panose.bWeight = 5
    os2.sTypoAscender = otRound(ASCENT * scale)
    os2.sTypoDescender = otRound(DESCENT * scale)
    os2.sTypoLineGap = otRound(LINE_GAP * scale)
    hhea = font["hhea"]
    hhea.ascent, hhea.descent, hhea.lineGap = os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap
    os2.usWinAscent = max(os2.sTypoAscender, font["head"].yMax)
    os2.usWinDescent = max(-os2.sTypoDescender, -font["head"].yMin)
    codes = sorted(font.getBestCmap())
    os2.usFirstCharIndex = min(codes[0], 0xFFFF)
    os2.usLastCharIndex = min(codes[-1], 0xFFFF)
    os2.recalcUnicodeRanges(font)

    head = font["head"]
    head.macStyle = 0
    head.fontRevision = 1.0
    head.created = head.modified = MODIFIED_EPOCH - epoch_diff
    font.recalcTimestamp = False

    post = font["post"]
    post.formatType = 3.0
    post.italicAngle = 0
    post.isFixedPitch = 0
    post.underlinePosition = otRound(-210 * scale)  # below the hanzi
    post.underlineThickness = otRound(50 * scale)
    for field in ("extraNames", "mapping", "glyphOrder"):
        if hasattr(post, field):
            delattr(post, field)


# ---------------------------------------------------------------- the faces


def make_fandol(job):
    root, out, file, family, source, latin = job
    font = TTFont(Path(root) / (FANDOL + source + ".otf"), recalcTimestamp=False)
    # Without the 1,179 traditional hanzi beyond GB2312 (the fallback has them) and the Yi
    # syllables: a fifth of the size.
    simplified = codec_chars("gb2312")
    subset_to(font, {
        c for c in drawn(font)
        if not 0xA000 <= c <= 0xA4CF and (c in simplified or not 0x4E00 <= c <= 0x9FFF)
        and c not in FANDOL_WRONG
    }, ["halt"])  # half-width punctuation, for CSS text-spacing-trim
    glyf_from_cff(font, TTFont(Path(root) / (FANDOL + latin + ".otf")))
    cmap, metrics = font.getBestCmap(), font["hmtx"].metrics
    widths = {metrics[cmap[ord(d)]][0] for d in "0123456789"}
    if len(widths) != 1:
        raise SystemExit(f"{source}: digits are not tabular: {sorted(widths)}")
    comma, period = cmap[ord(",")], cmap[ord(".")]
    metrics[comma] = (metrics[period][0], metrics[comma][1])
    finish(
        font, family, source,
        "renamed, one regular face a family, cubic outlines turned into quadratic ones (glyf), "
        "hints and vertical metrics dropped, reduced to GB2312 and the symbols, line "
        f"metrics set to the box in which the hanzi stand, full-width yen sign made anew, full-width "
        f"tilde moved, ASCII from {latin}.",
        "GNU General Public License, version 3, with the GPL font exception: a document that "
        "embeds this font, or a part of it, does not by that come under the GPL. Full text: "
        "fonts/LICENSES of the budgetgen distribution. The source is the original font and "
        "scripts/build-fonts.py.",
        "http://www.gnu.org/licenses/licenses.html",
    )
    save(font, Path(out) / file)


def shift_by(font, amount, codes=None):
    """Shift the glyphs that are as wide as the em (drawn in the em box), not half-width ones."""
    upm, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
    cmap = font.getBestCmap()
    keep = {cmap[c] for c in codes or () if c in cmap}
    return lambda name: amount if metrics[name][0] >= upm and name not in keep else 0


ARPHIC_NOTE = (
    "ARPHIC PUBLIC LICENSE. Copyright (C) 1999 Arphic Technology Co., Ltd. All rights reserved "
    "except as specified in the licence, ARPHICPL.TXT, in fonts/LICENSES of the budgetgen "
    "distribution. This modified font is freely available under the same licence. THERE IS NO "
    "WARRANTY."
)
HANAZONO_NOTE = (
    "Hanazono Font License. This font is a free software. Unlimited permission is granted to use, "
    "copy, and distribute it, with or without modification, either commercially and "
    "noncommercially. THIS FONT IS PROVIDED \"AS IS\" WITHOUT WARRANTY. License of this document "
    "is same as the font. Copyright 2008, 2009, 2010, 2011 GlyphWiki Project."
)


def make_fallback(job):
    root, out, codes, shift = job
    font = TTFont(Path(root) / BABELSTONE, recalcTimestamp=False)
    subset_to(font, codes)
    glyf_shifted(font, shift_by(font, shift))
    finish(
        font, FALLBACK[1], "BabelStone Han",
        "renamed, reduced to hanzi that the other BudgetGen faces lack, components dissolved, "
        "hints, layout and vertical metrics dropped, glyphs moved down to the line of the other "
        "faces. No glyph was redrawn.",
        ARPHIC_NOTE, "http://ftp.gnu.org/non-gnu/chinese-fonts-truetype/LICENSE",
    )
    save(font, Path(out) / FALLBACK[0])


def make_extension(job):
    root, out, codes_a, codes_b, shift = job
    font = TTFont(Path(root) / HANAMIN_A, recalcTimestamp=False)
    subset_to(font, codes_a)
    glyf_shifted(font, shift_by(font, shift))
    if codes_b:
        more = TTFont(Path(root) / HANAMIN_B, recalcTimestamp=False)
        subset_to(more, codes_b)
        glyf_shifted(more, shift_by(more, shift))
        assert more["head"].unitsPerEm == font["head"].unitsPerEm
        cmap = more.getBestCmap()
        order, glyphs = font.getGlyphOrder(), font["glyf"].glyphs
        added = {}
        for c in sorted(codes_b):
            name = f"b{c:05X}"
            order.append(name)
            added[c] = name
            glyphs[name] = more["glyf"][cmap[c]]
            font["hmtx"].metrics[name] = more["hmtx"].metrics[cmap[c]]
        font.setGlyphOrder(order)
        font["glyf"].glyphOrder = order
        font["maxp"].numGlyphs = len(order)
        table = next(t for t in font["cmap"].tables if (t.platformID, t.platEncID) == (3, 10))
        table.cmap.update(added)
    finish(
        font, EXTENSION[1], "HanaMinA and HanaMinB",
        "renamed, both joined and reduced to characters that the other BudgetGen faces lack, "
        "components dissolved, hints, layout and vertical metrics dropped, full-width glyphs "
        "moved down to the line of the other faces. No glyph was redrawn.",
        HANAZONO_NOTE, "http://fonts.jp/hanazono/",
    )
    save(font, Path(out) / EXTENSION[0])


# ---------------------------------------------------------------- licences, coverage


def write_licences(root, out):
    folder = out / "LICENSES"
    folder.mkdir(parents=True, exist_ok=True)

    def write(name, text):
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        text = "\n".join(line.rstrip() for line in text.split("\n")).strip("\n") + "\n"
        (folder / name).write_text(text, encoding="utf-8", newline="\n")

    write("Fandol-COPYING.txt", gzip.open(root / (FANDOL_DOC + "COPYING.gz"), "rt").read())
    write("Fandol-README.txt", (root / (FANDOL_DOC + "README")).read_text(encoding="utf-8"))
    font = TTFont(root / BABELSTONE, lazy=True)
    write("ARPHICPL.TXT", font["name"].getDebugName(13))
    text = (root / "usr/share/doc/fonts-hanazono/copyright").read_text(encoding="utf-8")
    part = re.search(r"^License: Hanazono-Font-License\n(.*?)^License:", text, re.M | re.S)[1]
    part = "\n".join("" if x == " ." else x[2:] for x in part.split("\n"))
    write("Hanazono-Font-License.txt", part)


def ranges(codes):
    out = []
    for c in sorted(codes):
        if out and c == out[-1][1] + 1:
            out[-1][1] = c
        else:
            out.append([c, c])
    return out


def deltas(codes):
    """[skip, take, skip, take, ...] from code point 0."""
    out, at = [], 0
    for first, last in ranges(codes):
        out += [first - at, last - first + 1]
        at = last + 1
    return out


def write_coverage(out, covers):
    fandol = [covers[f[0]] for f in FANDOL_FACES]
    common = set.intersection(*fandol)
    sets, faces = [deltas(common)], []
    for file, family, *_ in [*FANDOL_FACES, FALLBACK, EXTENSION]:
        of_common = (file, family) not in (FALLBACK, EXTENSION)
        sets.append(deltas(covers[file] - common if of_common else covers[file]))
        faces.append({
            "file": file,
            "family": family,
            "sets": [0, len(sets) - 1] if of_common else [len(sets) - 1],
        })
    text = json.dumps({"faces": faces, "sets": sets}, separators=(",", ":"))
    (out / "coverage.json").write_text(text + "\n", encoding="ascii", newline="\n")


def main():
    args = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    args.add_argument("--work-dir", type=Path, required=True, help="for downloads, kept between runs")
    args.add_argument("--out", type=Path, default=Path(__file__).resolve().parent.parent / "fonts")
    args.add_argument("--no-download", action="store_true", help="the .deb files are in DIR/debs")
    args = args.parse_args()
    if fontTools.version != FONTTOOLS:
        print(f"warning: fontTools {fontTools.version}; the committed files were made with "
              f"{FONTTOOLS} and other versions may give other bytes", file=sys.stderr)
    os.environ["SOURCE_DATE_EPOCH"] = str(MODIFIED_EPOCH)
    work, out = args.work_dir.resolve(), args.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    root = fetch(work, not args.no_download)

    with concurrent.futures.ProcessPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        jobs = [pool.submit(make_fandol, (root, out, *face)) for face in FANDOL_FACES]
        for job in jobs:
            job.result()
        covers = {f[0]: drawn(TTFont(out / f[0])) for f in FANDOL_FACES}
        common = set.intersection(*covers.values())

        tgh = {c for c, _ in unihan(root, "OtherMappings", "kTGH")}
        sources = {
            c: re.split(r"[-\s]", v)[0] for c, v in unihan(root, "IRGSources", "kIRG_GSource")
        }
        gsource = {c for c, v in sources.items() if v in G_SOURCES}
        names = {c for c, v in sources.items() if v in G_SOURCES - OLD_SOURCES}
        wanted_han = {c for c in range(0x3400, 0xFB00) if is_han(c)} | tgh | gsource
        wanted_han -= common

        babelstone = drawn(TTFont(root / BABELSTONE))
        hana_a = drawn(TTFont(root / HANAMIN_A))
        hana_b = drawn(TTFont(root / HANAMIN_B))
        symbols = {c for a, z in SYMBOL_BLOCKS for c in range(a, z + 1) if not is_han(c)} - common

        # BabelStone Han has the shapes of the mainland standard but takes twice the bytes:
        # the rare part of Extension A and the compatibility ideographs come from HanaMin.
        rare = {c for c in wanted_han if c < 0x4E00 or 0xF900 <= c <= 0xFAFF} - tgh - names
        han = wanted_han & babelstone - (rare & hana_a)
        rest = (wanted_han - han) | symbols
        from_a = rest & hana_a
        from_b = (rest - from_a) & hana_b
        jobs = [
            pool.submit(make_fallback, (root, out, han | {0x20}, -77)),
            pool.submit(make_extension, (root, out, from_a | {0x20}, from_b, -87)),
        ]
        for job in jobs:
            job.result()

    for file in (FALLBACK[0], EXTENSION[0]):
        covers[file] = drawn(TTFont(out / file))
    for file, chars in covers.items():
        mapped = set(TTFont(out / file).getBestCmap())
        if mapped != chars:
            sys.exit(f"{file}: mapped to empty glyphs: {[hex(c) for c in sorted(mapped - chars)]}")
    write_licences(root, out)
    write_coverage(out, covers)

    union = set.union(*covers.values())
    sets = {"GB2312": codec_chars("gb2312"), "GBK": codec_chars("gbk"), "TGH 8105": tgh,
            "Extension A": set(range(0x3400, 0x4DC0)), "URO": set(range(0x4E00, 0xA000)),
            "names and places": names}
    for label, chars in sets.items():
        missing = " ".join(f"{c:04X}" for c in sorted(chars - union)[:20])
        print(f"{label}: {len(chars & union)} of {len(chars)} {missing}")
    for file, chars in covers.items():
        path = out / file
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        print(f"{file}: {path.stat().st_size} bytes, {len(chars)} characters, "
              f"{sum(map(is_han, chars))} hanzi, sha256 {digest}")


if __name__ == "__main__":
    main()
