"""Imitations, written by hand, of the packages that Excel and Google Sheets write. None of them was written by those programs.

    like_excel.py OUT     needs OUT/epplus-macros.xlsm, whose VBA project it copies
"""

import copy
import pathlib
import sys
import zipfile
from xml.sax.saxutils import escape

from content import ENGLISH, USERS

OUT = pathlib.Path(sys.argv[1])
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
STRICT_MAIN, STRICT_OFFICE = "http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACRO_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"

# Cell formats by name; each is (numFmtId, more attributes).
FORMATS = {None: (0, ""), "text": (49, ""), "00000": (164, ""), "quoted": (0, ' quotePrefix="1"'), "date": (14, ""),
           "long date": (165, ""), "date and time": (22, ""), "thousands": (3, ""), "red": (166, ""), "with a d": (167, ""),
           "accounting": (44, ""), "time": (20, ""), "wrapped": (49, "")}
CODES = {164: "00000", 165: r"[$-F800]dddd\,\ mmmm\ dd\,\ yyyy", 166: "[Red]0", 167: '"dag "0'}
STYLE = {name: index for index, name in enumerate(FORMATS)}


class Strings:
    def __init__(self):
        self.items, self.count = [], 0

    def add(self, item):
        self.count += 1
        if item not in self.items:
            self.items.append(item)
        return self.items.index(item)

    def xml(self, main):
        return (f'{XML}<sst xmlns="{main}" count="{self.count}" uniqueCount="{len(self.items)}">'
                + "".join(f"<si>{item}</si>" for item in self.items) + "</sst>")


def text(value):
    value = value.replace("_x0041_", "_x005F_x0041_")
    space = ' xml:space="preserve"' if value != value.strip() or "\n" in value else ""
    return f"<t{space}>{escape(value)}</t>"


def cell(address, value, strings):
    """One cell as Excel spells it. Beyond content.py: {"raw": inner XML, "type": t, "style": name}, {"si": shared item}."""
    def c(inner, kind=None, style=None):
        s = f' s="{STYLE[style]}"' if style else ""
        t = f' t="{kind}"' if kind else ""
        return f'<c r="{address}"{s}{t}>{inner}</c>' if inner else f'<c r="{address}"{s}{t}/>'

    if isinstance(value, str):
        style = "quoted" if value.startswith("=") else "wrapped" if "\n" in value else "text"
        return c(f"<v>{strings.add(text(value))}</v>", "s", style)
    if "si" in value:
        return c(f"<v>{strings.add(value['si'])}</v>", "s", value.get("style"))
    if "raw" in value:
        return c(value["raw"], value.get("type"), value.get("style"))
    if "number" in value:
        return c(f"<v>{value.get('spelled', value['number'])}</v>", None, value.get("format"))
    if "boolean" in value:
        return c(f"<v>{int(value['boolean'])}</v>", "b")
    if "runs" in value:
        first, second = value["runs"]
        run = f'<r>{text(first)}</r><r><rPr><b/><sz val="11"/><color theme="1"/><rFont val="Calibri"/><family val="2"/><scheme val="minor"/></rPr>{text(second)}</r>'
        return c(f"<v>{strings.add(run)}</v>", "s")
    kind = "str" if isinstance(value["result"], str) else None
    return c(f"<f>{escape(value['formula'])}</f><v>{escape(str(value['result']))}</v>", kind)


def rows_xml(content, strings, excel=True):
    rows = []
    for row, cells in content.items():
        inner = "".join(cell(f"{chr(65 + i)}{row}", value, strings) for i, value in enumerate(cells) if value is not None)
        rows.append(f'<row r="{row}" spans="1:14" x14ac:dyDescent="0.25">{inner}</row>' if excel else f'<row r="{row}">{inner}</row>')
    return "".join(rows)


def styles(main):
    formats = "".join(f'<numFmt numFmtId="{i}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>' for i, code in CODES.items())
    xfs = ""
    for name, (number, more) in FORMATS.items():
        apply = ' applyNumberFormat="1"' if number else ""
        wrap = name == "wrapped"
        xfs += (f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0"{more}{apply}'
                + (' applyAlignment="1"><alignment wrapText="1"/></xf>' if wrap else "/>"))
    return (f'{XML}<styleSheet xmlns="{main}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac x16r2" '
            'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:x16r2="http://schemas.microsoft.com/office/spreadsheetml/2015/02/main">'
            f'<numFmts count="{len(CODES)}">{formats}</numFmts>'
            '<fonts count="2" x14ac:knownFonts="1"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font>'
            '<font><sz val="6"/><name val="Yu Gothic"/><family val="3"/><charset val="128"/></font></fonts>'
            '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
            '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            f'<cellXfs count="{len(FORMATS)}">{xfs}</cellXfs>'
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/>'
            '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>')


def theme():
    colors = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in [
        ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "44546A"), ("lt2", "E7E6E6"), ("accent1", "4472C4"), ("accent2", "ED7D31"),
        ("accent3", "A5A5A5"), ("accent4", "FFC000"), ("accent5", "5B9BD5"), ("accent6", "70AD47"), ("hlink", "0563C1"), ("folHlink", "954F72")])
    font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill, line = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>', '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (f'{XML}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office Theme"><a:themeElements>'
            f'<a:clrScheme name="Office">{colors}</a:clrScheme><a:fontScheme name="Office"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
            f'<a:fmtScheme name="Office"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
            f'<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>')


def relationships(*items):
    return (f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
            + "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in items) + "</Relationships>")


def write(name, content, *, strict=False, vba=None, blank_rows=True):
    main, office = (STRICT_MAIN, STRICT_OFFICE) if strict else (MAIN, OFFICE)
    strings = Strings()
    data = rows_xml(content, strings)
    if blank_rows:  # rows that somebody coloured and left blank
        last = max(content)
        data += "".join(f'<row r="{row}" spans="1:14" s="{STYLE["text"]}" customFormat="1" x14ac:dyDescent="0.25">'
                        + "".join(f'<c r="{chr(65 + i)}{row}" s="{STYLE["text"]}"/>' for i in range(14)) + "</row>" for row in range(last + 1, last + 4))
    sheet = (f'{XML}<worksheet xmlns="{main}" xmlns:r="{office}/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
             'mc:Ignorable="x14ac xr xr2 xr3" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" '
             'xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xmlns:xr2="http://schemas.microsoft.com/office/spreadsheetml/2015/revision2" '
             'xmlns:xr3="http://schemas.microsoft.com/office/spreadsheetml/2016/revision3" xr:uid="{00000000-0001-0000-0000-000000000000}">'
             f'<dimension ref="A1:N{max(content)}"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
             '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/>'
             f'<cols><col min="1" max="1" width="17.7109375" style="{STYLE["text"]}" customWidth="1"/><col min="5" max="5" width="34" bestFit="1" customWidth="1"/></cols>'
             f'<sheetData>{data}</sheetData><phoneticPr fontId="1" type="noConversion"/>'
             '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
             f'<ignoredErrors><ignoredError sqref="A2:A{max(content)}" numberStoredAsText="1"/></ignoredErrors></worksheet>')
    workbook = (f'{XML}<workbook xmlns="{main}" xmlns:r="{office}/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x15" '
                'xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"' + (' conformance="strict"' if strict else "") + '>'
                '<fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22228"/><workbookPr ' + ('codeName="ThisWorkbook" ' if vba else "") + 'defaultThemeVersion="166925"'
                + (' dateCompatibility="0"' if strict else "") + '/>'
                '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="12210"/></bookViews>'
                '<sheets><sheet name="Gebruikers" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="191029"/></workbook>')
    rel = office + "/relationships/"
    links = [("rId1", rel + "worksheet", "worksheets/sheet1.xml"), ("rId2", rel + "theme", "theme/theme1.xml"),
             ("rId3", rel + "styles", "styles.xml"), ("rId4", rel + "sharedStrings", "sharedStrings.xml")]
    parts = {"xl/workbook.xml": workbook, "xl/worksheets/sheet1.xml": sheet, "xl/theme/theme1.xml": theme(),
             "xl/styles.xml": styles(main), "xl/sharedStrings.xml": strings.xml(main)}
    kind = "application/vnd.openxmlformats-officedocument."
    types = {"/xl/workbook.xml": MACRO_TYPE if vba else SHEET_TYPE, "/xl/worksheets/sheet1.xml": kind + "spreadsheetml.worksheet+xml",
             "/xl/theme/theme1.xml": kind + "theme+xml", "/xl/styles.xml": kind + "spreadsheetml.styles+xml",
             "/xl/sharedStrings.xml": kind + "spreadsheetml.sharedStrings+xml"}
    if vba:
        parts["xl/vbaProject.bin"] = vba
        types["/xl/vbaProject.bin"] = "application/vnd.ms-office.vbaProject"
        links.append(("rId5", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"))
    formulas = [f"{chr(65 + i)}{row}" for row, cells in content.items() for i, value in enumerate(cells)
                if isinstance(value, dict) and ("formula" in value or "<f" in value.get("raw", ""))]
    if formulas:
        parts["xl/calcChain.xml"] = f'{XML}<calcChain xmlns="{main}">' + "".join(
            f'<c r="{address}"' + (' i="1"' if n == 0 else "") + "/>" for n, address in enumerate(formulas)) + "</calcChain>"
        types["/xl/calcChain.xml"] = kind + "spreadsheetml.calcChain+xml"
        links.append(("rId6", rel + "calcChain", "calcChain.xml"))
    parts["docProps/core.xml"] = (
        f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:description>Imitation, written by hand</dc:description>'
        '<dcterms:created xsi:type="dcterms:W3CDTF">2026-09-01T09:00:00Z</dcterms:created></cp:coreProperties>')
    parts["docProps/app.xml"] = (f'{XML}<Properties xmlns="{office}/{"extendedProperties" if strict else "extended-properties"}"><Application>Microsoft Excel</Application>'
                                 '<DocSecurity>0</DocSecurity><AppVersion>16.0300</AppVersion></Properties>')
    types |= {"/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml", "/docProps/app.xml": kind + "extended-properties+xml"}
    head = {
        "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types">' + (
            '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>' if vba else "")
            + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            + "".join(f'<Override PartName="{part}" ContentType="{t}"/>' for part, t in types.items()) + "</Types>",
        "_rels/.rels": relationships(
            ("rId3", (STRICT_OFFICE + "/relationships/extendedProperties") if strict else rel + "extended-properties", "docProps/app.xml"),
            ("rId2", PACKAGE + "/relationships/metadata/core-properties", "docProps/core.xml"), ("rId1", rel + "officeDocument", "xl/workbook.xml"))}
    ordered = {**head, "xl/workbook.xml": workbook, "xl/_rels/workbook.xml.rels": relationships(*links), **parts}
    save(name, ordered)


def save(name, parts):
    with zipfile.ZipFile(OUT / name, "w", zipfile.ZIP_DEFLATED) as package:
        for part, data in parts.items():
            info = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, data)


# --- the sheets ---------------------------------------------------------------------------------------------------------

PHONETIC = '<t>\u7530\u4e2d</t><rPh sb="0" eb="2"><t>\u30bf\u30ca\u30ab</t></rPh><phoneticPr fontId="1"/>'
PHONETIC_RUNS = ('<r><t>\u592a</t></r><r><rPr><b/><sz val="11"/><rFont val="Yu Gothic"/></rPr><t>\u90ce</t></r>'
                 '<rPh sb="0" eb="1"><t>\u30bf</t></rPh><rPh sb="1" eb="2"><t>\u30ed\u30a6</t></rPh><phoneticPr fontId="1"/>')


def users():
    content = {1: ENGLISH, **copy.deepcopy(USERS)}
    # A pasted Windows line break: Excel writes the carriage return as an escape.
    content[12][6] = {"si": '<t xml:space="preserve">Personeel_x000D_\nen Organisatie</t>', "style": "wrapped"}
    content[14][8] = {"raw": '<f t="shared" ref="I14:I15" si="0">4000+112</f><v>4112</v>'}
    content[15] = ["00113", {"si": PHONETIC_RUNS}, None, {"si": PHONETIC}, "taro.tanaka@noordzee.example", "Noordzee Opleidingen", "Verkoop", None,
                   {"raw": '<f t="shared" si="0"/><v>4112</v>'}, None, "x", "en", None, None]
    return content


def faults():
    c = {1: ENGLISH, **{row: copy.deepcopy(USERS[row]) for row in (2, 3, 4, 5, 6, 7, 9, 10)}}
    c[2][0] = {"number": 46082, "format": "date"}
    c[2][3] = {"number": 46082, "format": "long date"}
    c[3][8] = {"number": "46082.395833333336", "format": "date and time"}
    c[3][10] = {"number": 46082, "format": "date"}                                  # a date as a flag
    c[4][5] = {"raw": "<v>#N/A</v>", "type": "e"}
    c[4][6] = {"raw": "<f>VLOOKUP(A4,#REF!,2,FALSE)</f><v>#REF!</v>", "type": "e"}
    c[5][4] = {"raw": '<f>LOWER("X@noordzee.example")</f>'}                          # no stored result
    c[5][10] = {"raw": "<v>#N/A</v>", "type": "e"}
    c[6][9] = {"number": 1}                                                          # a number as a flag
    c[6][10] = "TRUE"                                                                # the text TRUE as a flag
    c[6][1] = {"boolean": True}                                                      # a boolean as a text
    c[7][4] = None                                                                   # a required cell is blank
    c[9][8] = "k" * 256                                                              # one character too long
    c[10][8] = "k" * 255
    return c


def numbers():
    """Numbers in Employee number, and number formats that are not dates."""
    plain = [{"number": "999999999999999", "format": None},
             {"number": "1000000000000000"}, {"number": "1.2345678901234501E+17"},
             "12345678901234567890",
             {"number": "4712", "format": "thousands"}, {"number": "4713", "format": "red"},
             {"number": "4714", "format": "with a d"}, {"number": "4715", "format": "accounting"},
             {"number": "123456", "format": "00000"}, {"number": "7", "format": "text"}]
    content = {1: ENGLISH}
    for row, value in enumerate(plain, 2):
        content[row] = [value, "Gebruiker", None, f"Nummer {chr(63 + row)}", f"nummer{row}@noordzee.example", "Noordzee Opleidingen", "Verkoop",
                        None, None, None, "x", "nl", None, None]
    content[2][8] = {"number": "0.30000000000000004"}
    content[3][8] = {"number": "4200.1000000000004"}  # Excel writes 17 digits; the shortest form of this number is 4200.1
    return content


def google():
    """What Google Sheets is known for: whole numbers with a decimal point, no docProps, an empty drawing, rows without spans."""
    strings = Strings()
    content = {1: ENGLISH, **copy.deepcopy(USERS)}
    for cells in content.values():
        for i, value in enumerate(cells):
            if isinstance(value, dict) and isinstance(value.get("number"), int):
                cells[i] = {**value, "spelled": f"{value['number']}.0"}
            elif isinstance(value, dict) and isinstance(value.get("result"), int):
                cells[i] = {"raw": f"<f>{value['formula']}</f><v>{value['result']}.0</v>"}
    sheet = (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}/relationships" '
             'xmlns:mx="http://schemas.microsoft.com/office/mac/excel/2008/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:mv="urn:schemas-microsoft-com:mac:vml" '
             'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">'
             '<sheetPr><outlinePr summaryBelow="0" summaryRight="0"/></sheetPr><sheetViews><sheetView workbookViewId="0"/></sheetViews>'
             '<sheetFormatPr customHeight="1" defaultColWidth="12.63" defaultRowHeight="15.75"/>'
             f'<sheetData>{rows_xml(content, strings, excel=False)}</sheetData><drawing r:id="rId1"/></worksheet>')
    rel = OFFICE + "/relationships/"
    kind = "application/vnd.openxmlformats-officedocument."
    types = {"/xl/drawings/drawing1.xml": kind + "drawing+xml", "/xl/worksheets/sheet1.xml": kind + "spreadsheetml.worksheet+xml",
             "/xl/sharedStrings.xml": kind + "spreadsheetml.sharedStrings+xml", "/xl/styles.xml": kind + "spreadsheetml.styles+xml",
             "/xl/theme/theme1.xml": kind + "theme+xml", "/xl/workbook.xml": SHEET_TYPE}
    save("like-google-sheets-users.xlsx", {
        "xl/worksheets/_rels/sheet1.xml.rels": relationships(("rId1", rel + "drawing", "../drawings/drawing1.xml")),
        "xl/theme/theme1.xml": theme(), "xl/sharedStrings.xml": strings.xml(MAIN), "xl/styles.xml": styles(MAIN),
        "xl/worksheets/sheet1.xml": sheet,
        "xl/drawings/drawing1.xml": f'{XML}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
        "xl/workbook.xml": f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}/relationships"><workbookPr/><sheets><sheet state="visible" name="Blad1" sheetId="1" r:id="rId4"/></sheets><definedNames/><calcPr/></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(("rId1", rel + "theme", "theme/theme1.xml"), ("rId2", rel + "styles", "styles.xml"),
                                                    ("rId3", rel + "sharedStrings", "sharedStrings.xml"), ("rId4", rel + "worksheet", "worksheets/sheet1.xml")),
        "_rels/.rels": relationships(("rId1", rel + "officeDocument", "xl/workbook.xml")),
        "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default ContentType="application/xml" Extension="xml"/>'
                               '<Default ContentType="application/vnd.openxmlformats-package.relationships+xml" Extension="rels"/>'
                               + "".join(f'<Override ContentType="{t}" PartName="{part}"/>' for part, t in types.items()) + "</Types>"})


if __name__ == "__main__":
    write("like-excel-users.xlsx", users())
    write("like-excel-strict-users.xlsx", users(), strict=True)
    with zipfile.ZipFile(OUT / "epplus-macros.xlsm") as source:
        write("like-excel-macros.xlsm", users(), vba=source.read("xl/vbaProject.bin"))
    write("like-excel-faults.xlsx", faults(), blank_rows=False)
    write("like-excel-numbers.xlsx", numbers(), blank_rows=False)
    google()
