"""What a reader must make of each file, by the rule book (rules R1 to R7, C1 to C4), from the source data alone.

    expected.py OUT     writes OUT/expected.json and OUT/refused.json

A cell with a problem is null: its text is not promised. A file-level issue has the row null.
"""

import json
import pathlib
import re
import sys
import unicodedata

import like_excel
from content import DUTCH_ORDER, DUTCH_UNKNOWN, KEYS, USERS, dutch_sheet

OUT = pathlib.Path(sys.argv[1])


def cleaned(text):
    """R1, as far as these files need it."""
    text = unicodedata.normalize("NFC", text).strip()
    return re.sub(r"[\r\n\t]+", " ", text)


def read(value):
    if value is None:
        return ""
    if isinstance(value, str):
        return cleaned(value)
    if "runs" in value:
        return cleaned("".join(value["runs"]))
    if "boolean" in value:
        return "TRUE" if value["boolean"] else "FALSE"
    if "result" in value:
        return cleaned(str(value["result"]))
    if "number" in value:  # R2: zeros of the format are applied, other formats are not
        zeros = value.get("format") or ""
        return str(value["number"]).zfill(len(zeros) if set(zeros) == {"0"} else 0)
    raise ValueError(value)


def rows(content, order=KEYS, shift=0, **exceptions):
    """The data rows; exceptions are given as I13='A' in the sheet's own addresses (columns a to n by KEYS)."""
    result = []
    for row, cells in content.items():
        texts = {}
        for key, value in zip(order, cells):
            if key is None:
                continue
            address = f"{chr(65 + KEYS.index(key))}{row + shift}"
            texts[key] = exceptions[address] if address in exceptions else read(value)
        if any(texts.values()):
            result.append({"row": row + shift, "cells": texts})
    return result


def issues(**codes):
    """Issues given as A3='isDate', in the sheet's own addresses."""
    result = []
    for address, code in codes.items():
        key = KEYS[ord(address[0]) - 65]
        result.append({"row": int(address[1:]), "column": key, "code": f"{key[0].lower()}{key[1:]}.{code}"})
    return result


def with_faults(content, faults, **exceptions):
    """A sheet some cells of which have a problem; the text of such a cell is null, of a missing one ''."""
    nulls = {address: "" if code == "missing" else None for address, code in faults.items()}
    return rows(content, **{**exceptions, **nulls}), issues(**faults)


def first(last_row):
    return {row: cells for row, cells in USERS.items() if row <= last_row}


LITERAL = {}                # the program escapes _x0041_ (as _x005F_x0041_), so the text survives
DECODED = {"I13": "A"}      # it does not, so what it wrote means A to Excel and to R1

users = {
    "closedxml-users.xlsx": LITERAL, "closedxml-table.xlsx": LITERAL, "epplus-users.xlsx": LITERAL,
    "exceljs-users.xlsx": DECODED, "exceljs-streaming-users.xlsx": DECODED, "exceljs-streaming-shared-users.xlsx": DECODED,
    "gnumeric-users.xlsx": LITERAL, "libreoffice-users.xlsx": LITERAL, "libreoffice-template.xltx": LITERAL,
    "like-google-sheets-users.xlsx": LITERAL, "miniexcel-users.xlsx": LITERAL, "npoi-users.xlsx": DECODED,
    "open-xml-sdk-users.xlsx": DECODED, "open-xml-sdk-bare-users.xlsx": DECODED, "openpyxl-users.xlsx": DECODED,
    "openpyxl-write-only-users.xlsx": DECODED, "sheetjs-users.xlsx": DECODED, "sheetjs-bookSST-users.xlsx": DECODED,
    "xlsxwriter-users.xlsx": LITERAL, "xlsxwriter-constant-memory-users.xlsx": LITERAL,
}

LIKE_EXCEL = {"I14": "4112", "G12": "Personeel en Organisatie"}
TANAKA = ["00113", "\u592a\u90ce", None, "\u7530\u4e2d", "taro.tanaka@noordzee.example", "Noordzee Opleidingen", "Verkoop", None, {"number": 4112},
          None, "x", "en", None, None]

expected = [(name, rows(USERS, **exceptions), []) for name, exceptions in users.items()]

for name in ("like-excel-users.xlsx", "like-excel-strict-users.xlsx"):
    expected.append((name, rows({**USERS, 15: TANAKA}, **LIKE_EXCEL), []))

for name, shift_exceptions in {"openpyxl-features.xlsx": {"I15": "A"}, "xlsxwriter-features.xlsx": {}, "libreoffice-features.xlsx": {}}.items():
    expected.append((name, rows(USERS, shift=2, **shift_exceptions), []))

unknown = [{"row": None, "column": DUTCH_UNKNOWN, "code": "columns.unknown"}]
dutch = {row: cells for row, cells in dutch_sheet().items() if row > 3}
for name, exceptions in {"libreoffice-gebruikers.xlsx": {}, "openpyxl-gebruikers.xlsx": {"I15": "A"}, "exceljs-gebruikers.xlsx": {"I15": "A"}}.items():
    expected.append((name, rows(dutch, DUTCH_ORDER, **exceptions), unknown))

openpyxl = dict(A3="isDate", D3="isDate", F4="errorValue", E5="damaged", I5="isDate", K6="invalid")
for name in ("openpyxl-faults.xlsx", "openpyxl-iso-dates-faults.xlsx"):
    expected.append((name, *with_faults(first(6), openpyxl, B6="TRUE")))
expected.append(("exceljs-faults.xlsx", *with_faults(
    first(6), dict(A3="isDate", F4="errorValue", E5="damaged", I5="errorValue", J6="invalid", K6="invalid"), B6="TRUE")))
expected.append(("libreoffice-faults.xlsx", *with_faults(
    first(6), dict(A3="isDate", D3="isDate", F4="errorValue", I5="isDate", K5="invalid", H6="errorValue", K6="invalid"))))
expected.append(("xlsxwriter-faults.xlsx", *with_faults(first(4), dict(C3="damaged", D3="isDate", F4="errorValue"))))
expected.append(("epplus-faults.xlsx", *with_faults(first(5), dict(C3="damaged", E4="damaged", D5="isDate", F5="errorValue"))))
expected.append(("like-excel-faults.xlsx", *with_faults(
    {row: USERS[row] for row in (2, 3, 4, 5, 6, 7, 9, 10)},
    dict(A2="isDate", D2="isDate", I3="isDate", K3="invalid", F4="errorValue", G4="errorValue", E5="damaged", K5="errorValue",
         J6="invalid", K6="invalid", E7="missing", I9="tooLong"), B6="TRUE", I10="k" * 255)))
expected.append(("like-excel-numbers.xlsx", *with_faults(
    {row: cells for row, cells in like_excel.numbers().items() if row > 1}, dict(A3="digitsLost", A4="digitsLost"),
    I2="0.30000000000000004", I3="4200.1")))

refused = {
    "epplus-macros.xlsm": "workbook.macros", "libreoffice-macro-type.xlsm": "workbook.macros", "like-excel-macros.xlsm": "workbook.macros",
    "epplus-password.xlsx": "workbook.encrypted", "libreoffice-password.xlsx": "workbook.encrypted",
    "libreoffice-users.xls": "workbook.xls", "npoi-users.xls": "workbook.xls", "sheetjs-users.xls": "workbook.xls", "gnumeric-excel-95.xls": "workbook.xls",
    "libreoffice-users.ods": "workbook.ods", "libreoffice-password.ods": "workbook.ods", "sheetjs-users.xlsb": "workbook.xlsb",
    "libreoffice-users.csv": "workbook.notExcel", "libreoffice-html.xlsx": "workbook.notExcel", "gnumeric-html.xlsx": "workbook.notExcel",
    "libreoffice-users.pdf": "workbook.notExcel", "libreoffice-users.fods": "workbook.notExcel", "sheetjs-xml-2003.xls": "workbook.notExcel",
}

if __name__ == "__main__":
    records = [json.dumps({"file": name, "rows": found, "issues": problems}, ensure_ascii=False) for name, found, problems in sorted(expected)]
    OUT.joinpath("expected.json").write_text("[\n" + ",\n".join(records) + "\n]\n", "utf-8")
    OUT.joinpath("refused.json").write_text(json.dumps(refused, indent=2, sort_keys=True) + "\n", "utf-8")
