"""Reads the raw XML of every workbook and compares it with expected.json; looks at every refused file's first bytes.

    verify.py OUT

It shares no code with expected.py: that one starts from the source data, this one from what the programs wrote.
"""

import io
import json
import pathlib
import posixpath
import re
import sys
import unicodedata
import zipfile
from xml.etree import ElementTree

OUT = pathlib.Path(sys.argv[1])
HEADERS = {
    "EmployeeNumber": ["employee number", "personeelsnummer"], "FirstName": ["first name", "voornaam"], "Prefix": ["prefix", "tussenvoegsel"],
    "LastName": ["last name", "achternaam"], "Email": ["email address", "e-mailadres"], "Company": ["company", "bedrijf"],
    "Department": ["department", "afdeling"], "Functions": ["function(s)", "functie(s)"], "CostCenter": ["cost center", "kostenplaats"],
    "SendInvitation": ["send invitation", "uitnodiging versturen"], "Active": ["active", "actief"], "Language": ["language", "taal"],
    "Teams": ["teams"], "Managers": ["managers"]}
KEY = {header: key for key, headers in HEADERS.items() for header in headers}
REQUIRED = ["EmployeeNumber", "FirstName", "LastName", "Email", "Company", "Department", "Language"]
DATES = set(range(14, 23)) | set(range(27, 37)) | set(range(45, 48)) | set(range(50, 59))


class Bad(Exception):
    pass


def local(element):
    return element.tag.rsplit("}", 1)[-1]


def children(element, name):
    return [child for child in element if local(child) == name]


def child(element, name):
    found = children(element, name) if element is not None else []
    return found[0] if found else None


def string_item(item):
    text = "".join("".join(t.text or "" for t in children(part, "t")) if local(part) == "r" else part.text or ""
                   for part in item if local(part) in ("t", "r"))
    return unescape(text)


def unescape(text):
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text)


def clean(text):
    text = unicodedata.normalize("NFC", text)
    edge = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
    while text and (text[0].isspace() or text[0] in edge):
        text = text[1:]
    while text and (text[-1].isspace() or text[-1] in edge):
        text = text[:-1]
    return re.sub(r"[\r\n\t\v\f\x85\u2028\u2029]+", " ", text)


def is_date(code):
    bare = re.sub(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', "", code.lower())
    return bare != "general" and bool(re.search("[dmyhs]", bare))


class Book:
    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            if package.testzip():
                raise Bad("wrong CRC")
            self.parts = {name.lower(): package.read(name) for name in package.namelist()}
        root = self.links("")
        self.workbook_path = next(target for kind, target in root.values() if kind == "officeDocument")
        self.workbook = self.xml(self.workbook_path)
        self.targets = self.links(self.workbook_path)
        path = next((target for kind, target in self.targets.values() if kind == "sharedStrings"), None)
        self.strings = [string_item(item) for item in children(self.xml(path), "si")] if path else []
        path = next((target for kind, target in self.targets.values() if kind == "styles"), None)
        styles = self.xml(path) if path else None
        codes = {int(f.get("numFmtId")): f.get("formatCode") for f in children(child(styles, "numFmts"), "numFmt")} if child(styles, "numFmts") is not None else {}
        self.formats = [(int(xf.get("numFmtId") or 0), codes.get(int(xf.get("numFmtId") or 0))) for xf in children(child(styles, "cellXfs"), "xf")]

    def xml(self, path):
        return ElementTree.parse(io.BytesIO(self.parts[path.lower()])).getroot()

    def links(self, part):
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", name + ".rels").lower()
        result = {}
        for link in self.xml(path):
            target = link.get("Target")
            target = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            result[link.get("Id")] = (link.get("Type").rsplit("/", 1)[-1], target)
        return result

    def content_type(self):
        types = self.xml("[content_types].xml")
        for override in children(types, "Override"):
            if override.get("PartName").lower() == "/" + self.workbook_path.lower():
                return override.get("ContentType")
        extension = self.workbook_path.rsplit(".", 1)[-1]
        return next(d.get("ContentType") for d in children(types, "Default") if d.get("Extension").lower() == extension)

    def sheets(self):
        for sheet in child(self.workbook, "sheets"):
            if sheet.get("state", "visible") == "visible":
                target = next(value for name, value in sheet.attrib.items() if name.endswith("}id"))
                yield self.xml(self.targets[target][1])

    def rows(self, sheet):
        number = 0
        for row in child(sheet, "sheetData"):
            cells, column = {}, 0
            first = child(row, "c")
            reference = row.get("r") or (re.sub("[A-Z]", "", first.get("r")) if first is not None and first.get("r") else None)
            number = int(reference) if reference else number + 1
            for cell in children(row, "c"):
                if cell.get("r"):
                    column = 0
                    for letter in re.sub("[^A-Z]", "", cell.get("r")):
                        column = column * 26 + ord(letter) - 64
                else:
                    column += 1
                cells[column] = cell
            yield number, cells

    def read(self, cell):
        """(kind, text), or Bad with a fault."""
        kind, value, formula = cell.get("t", "n"), child(cell, "v"), child(cell, "f")
        text = None if value is None else value.text or ""
        if kind == "inlineStr":
            item = child(cell, "is")
            return "text", "" if item is None else string_item(item)
        if formula is not None and (text is None or (text == "" and kind == "n")):
            raise Bad("damaged")
        if text is None or (text == "" and kind == "n"):
            return "blank", ""
        if kind == "s":
            return "text", self.strings[int(text)]
        if kind == "str":
            return "text", unescape(text)
        if kind == "b":
            return "boolean", {"1": "TRUE", "true": "TRUE", "0": "FALSE", "false": "FALSE"}[text]
        if kind == "e":
            raise Bad("errorValue")
        if kind == "d":
            raise Bad("isDate")
        number_id, code = self.formats[int(cell.get("s") or 0)] if self.formats else (0, None)
        if number_id in DATES if code is None else is_date(code):
            raise Bad("isDate")
        number = float(text)
        if abs(number) >= 1e15:
            raise Bad("digitsLost")
        if number != int(number):
            return "number", repr(number)
        zeros = re.sub(r"^\[\$-[0-9A-Fa-f]+\]", "", code or "")
        return "number", str(int(number)).zfill(len(zeros) if zeros and set(zeros) == {"0"} else 0)


def read(path):
    book = Book(path)
    assert "macroEnabled" not in book.content_type() and not any(kind == "vbaProject" for kind, _ in book.targets.values())
    for sheet in book.sheets():
        columns, rows, issues = None, [], []
        for number, cells in book.rows(sheet):
            if columns is None:
                found = {c: clean(book.read(cell)[1]) for c, cell in cells.items()}
                known = {c: KEY[text.casefold()] for c, text in found.items() if text.casefold() in KEY}
                if len(known) >= 3:
                    columns = known
                    issues += [{"row": None, "column": text, "code": "columns.unknown"} for c, text in found.items() if text and c not in known]
                continue
            texts, row_issues = {key: "" for key in columns.values()}, []
            for column, key in columns.items():
                subject = key[0].lower() + key[1:]
                try:
                    kind, text = book.read(cells[column]) if column in cells else ("blank", "")
                    text = clean(text)
                    if key in ("SendInvitation", "Active") and kind != "boolean" and text not in ("", "x", "X"):
                        raise Bad("invalid")
                    if len(text) > 255:
                        raise Bad("tooLong")
                    texts[key] = text
                except Bad as fault:
                    code = "invalid" if key in ("SendInvitation", "Active") and str(fault) == "isDate" else str(fault)
                    texts[key] = None
                    row_issues.append({"row": number, "column": key, "code": f"{subject}.{code}"})
            if all(text == "" for text in texts.values()):
                continue
            row_issues += [{"row": number, "column": key, "code": f"{key[0].lower()}{key[1:]}.missing"} for key in REQUIRED if texts.get(key) == ""]
            rows.append({"row": number, "cells": texts})
            issues += row_issues
        if columns is not None:
            return rows, issues
    raise Bad("noHeaders")


def signature(path):
    data = path.read_bytes()
    if data[:8] == bytes.fromhex("d0cf11e0a1b11ae1"):
        return "workbook.encrypted" if "EncryptedPackage".encode("utf-16-le") in data else "workbook.xls"
    if data[:4] != b"PK\x03\x04":
        return "workbook.notExcel"
    with zipfile.ZipFile(path) as package:
        if package.testzip():
            return "workbook.damaged"
        if package.namelist()[0] == "mimetype":
            return "workbook.ods"
        if any(name.endswith("workbook.bin") for name in package.namelist()):
            return "workbook.xlsb"
    book = Book(path)
    return "workbook.macros" if "macroEnabled" in book.content_type() else "readable"


def main():
    expected = json.loads(OUT.joinpath("expected.json").read_text("utf-8"))
    refused = json.loads(OUT.joinpath("refused.json").read_text("utf-8"))
    order = lambda issues: sorted(issues, key=lambda i: (i["row"] or 0, i["column"], i["code"]))
    wrong = 0
    for record in expected:
        rows, issues = read(OUT / record["file"])
        same = rows == record["rows"] and order(issues) == order(record["issues"])
        wrong += not same
        print(f"{'ok   ' if same else 'WRONG'} {record['file']}: {len(rows)} rows, {len(issues)} issues")
        for a, b in zip(rows, record["rows"]):
            for key in a["cells"].keys() | b["cells"].keys():
                if a["row"] != b["row"] or a["cells"].get(key) != b["cells"].get(key):
                    print("      ", a["row"], b["row"], key, "found", ascii(a["cells"].get(key)), "expected", ascii(b["cells"].get(key)))
        if order(issues) != order(record["issues"]):
            print("       found", order(issues), "\n       expected", order(record["issues"]))
    for name, code in refused.items():
        found = signature(OUT / name)
        wrong += found != code
        print(f"{'ok   ' if found == code else 'WRONG'} {name}: {found}")
    listed = {record["file"] for record in expected} | set(refused) | {"expected.json", "refused.json", "ORIGIN.md"}
    strays = {path.name for path in OUT.iterdir()} - listed
    print("not listed:", sorted(strays) or "none")
    return 1 if wrong or strays else 0


if __name__ == "__main__":
    sys.exit(main())
