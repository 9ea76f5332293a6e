"""The order in which ECMA-376, part 1, wants the children of the elements that briefs are made of; Word refuses a file in another order."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_SEQUENCES = {
    "document": "background body",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens "
        "kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing "
        "mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color "
        "spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd "
        "tblLayout tblCellMar tblLook tblCaption tblDescription"
    ),
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tcBorders": "top left start bottom right end insideH insideV tl2br tr2bl",
    "tblCellMar": "top left start bottom right end",
    "pBdr": "top left bottom right between bar",
    "numPr": "ilvl numId",
    "tblGrid": "gridCol",
    "tabs": "tab",
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign "
        "noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
    ),
    "settings": (
        "writeProtection view zoom removePersonalInformation removeDateAndTime mirrorMargins defaultTabStop autoHyphenation "
        "evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping "
        "shapeDefaults decimalSymbol listSeparator"
    ),
    "footnotePr": "pos numFmt numStart numRestart footnote",
    "compat": "compatSetting",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose "
        "personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "footnotes": "footnote",
}
_FIRST = {"p": "pPr", "r": "rPr", "tc": "tcPr"}
_LAST = {"body": "sectPr"}
_FREE = {"hyperlink", "fldSimple", "footnote", "hdr", "ftr", "trPr", "drawing"}


def find_disorder(root: etree._Element) -> Iterator[str]:
    """Tell of every element whose children stand in another order than that of the schema, or of which this module knows nothing."""
    for element in root.iter(f"{_W}*"):
        name, children = _local(element), [_local(child) for child in element]
        if name in _SEQUENCES:
            places = [_place(name, child) for child in children]
            if places != sorted(places) or -1 in places:
                yield f"{name}: {' '.join(children)}"
        elif name in _FIRST:
            if _FIRST[name] in children[1:]:
                yield f"{name}: {_FIRST[name]} is not first"
        elif name in _LAST:
            if children.index(_LAST[name]) != len(children) - 1:
                yield f"{name}: {_LAST[name]} is not last"
        elif children and name not in _FREE:
            yield f"{name}: nothing is known of its children {' '.join(children)}"


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _place(parent: str, child: str) -> int:
    names = _SEQUENCES[parent].split()
    if parent == "sectPr" and child == "footerReference":
        child = "headerReference"  # the two may be mixed
    return names.index(child) if child in names else -1
