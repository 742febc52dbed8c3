"""Workbooks by LibreOffice: every sheet is built through UNO inside LibreOffice, and LibreOffice saves it.

    with_libreoffice.py OUT     starts its own soffice with its own profile, and ends it
"""

import pathlib
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.awt.FontWeight import BOLD
from com.sun.star.beans import NamedValue, PropertyValue
from com.sun.star.lang import Locale
from com.sun.star.util.NumberFormat import LOGICAL

from content import BLANK_STYLED_ROWS, ENGLISH, USERS, dutch_sheet

OUT = pathlib.Path(sys.argv[1]).resolve()
XLSX = "Calc MS Excel 2007 XML"


OOXML_PASSWORD = uno.Any("[]com.sun.star.beans.NamedValue", (NamedValue("OOXPassword", "geheim"), NamedValue("CryptoType", "Standard")))


def properties(**values):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def start(profile):
    pipe = "testdata"
    office = subprocess.Popen(["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}",
                               f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return office, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def new_book(desktop):
    return desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, properties(Hidden=True))


def save(book, name, filter_name=XLSX, **more):
    book.storeToURL(OUT.joinpath(name).as_uri(), properties(FilterName=filter_name, **more))


def number_format(book, code, locale=Locale()):
    formats = book.NumberFormats
    key = formats.queryKey(code, locale, False)
    return key if key >= 0 else formats.addNew(code, locale)


def fill(book, sheet, content, header_row, locale=Locale()):
    for row, cells in content.items():
        for column, value in enumerate(cells):
            cell = sheet.getCellByPosition(column, row - 1)
            if value is None:
                continue
            if isinstance(value, str):
                if row > header_row:
                    cell.NumberFormat = number_format(book, "@", locale)
                cell.setString(value)
            elif "number" in value:
                cell.setValue(value["number"])
                if "format" in value:
                    cell.NumberFormat = number_format(book, value["format"], locale)
            elif "boolean" in value:
                cell.setValue(1 if value["boolean"] else 0)
                cell.NumberFormat = book.NumberFormats.getStandardFormat(LOGICAL, locale)
            elif "runs" in value:
                cell.setString("".join(value["runs"]))
                cursor = cell.createTextCursor()
                cursor.gotoStart(False)
                cursor.goRight(len(value["runs"][0]), True)
                cursor.CharWeight = BOLD
            else:
                cell.setFormula("=" + value["formula"].replace(",", ";"))
        if row == header_row:
            sheet.getCellRangeByPosition(0, row - 1, len(cells) - 1, row - 1).CharWeight = BOLD


def users(desktop):
    book = new_book(desktop)
    sheet = book.Sheets.getByIndex(0)
    sheet.Name = "Users"
    fill(book, sheet, {1: ENGLISH, **USERS}, 1)
    sheet.getCellRangeByPosition(0, BLANK_STYLED_ROWS[0] - 1, 13, BLANK_STYLED_ROWS[-1] - 1).CellBackColor = 0xEEEEEE
    return book


def dutch(desktop):
    book = new_book(desktop)
    sheet = book.Sheets.getByIndex(0)
    sheet.Name = "Gebruikers"
    fill(book, sheet, dutch_sheet(), 3, Locale("nl", "NL", ""))
    sheet.getCellRangeByName("A1:M1").merge(True)
    return book


def features(desktop):
    """What XlsxWriter wrote, opened and saved again: a sheet that was built here could not stay hidden, being the active one."""
    return desktop.loadComponentFromURL(OUT.joinpath("xlsxwriter-features.xlsx").as_uri(), "_blank", 0, properties(Hidden=True))


def faults(desktop):
    book = new_book(desktop)
    sheet = book.Sheets.getByIndex(0)
    fill(book, sheet, {1: ENGLISH, **{row: USERS[row] for row in range(2, 7)}}, 1)

    def put(address, formula, code=None):
        cell = sheet.getCellRangeByName(address)
        cell.NumberFormat = number_format(book, code or "General", Locale("en", "US", ""))
        cell.setFormula(formula)

    put("A3", "46082", "YYYY-MM-DD")        # a date
    put("D3", "46082.4", "DD-MM-YY HH:MM")  # a date with a time
    put("F4", "=NA()")                      # an error
    put("I5", "0.4", "HH:MM")               # a time is a date too
    put("K6", "46082", "DD-MM-YY")          # a date as a flag
    put("K5", "=1=1", "BOOLEAN")            # a formula with a boolean result: LibreOffice stores the number 1
    put("H6", "=1/0")
    return book


def with_book(desktop, build, *saves):
    book = build(desktop)
    for name, filter_name, more in saves:
        save(book, name, filter_name, **more)
    book.close(True)


def main():
    with tempfile.TemporaryDirectory() as profile:
        office, desktop = start(profile)
        try:
            with_book(desktop, users,
                      ("libreoffice-users.xlsx", XLSX, {}),
                      ("libreoffice-template.xltx", "Calc MS Excel 2007 XML Template", {}),
                      ("libreoffice-macro-type.xlsm", "Calc MS Excel 2007 VBA XML", {}),
                      ("libreoffice-password.xlsx", XLSX, {"EncryptionData": OOXML_PASSWORD}),
                      ("libreoffice-users.xls", "MS Excel 97", {}),
                      ("libreoffice-users.ods", "calc8", {}),
                      ("libreoffice-password.ods", "calc8", {"Password": "geheim"}),
                      ("libreoffice-users.fods", "OpenDocument Spreadsheet Flat XML", {}),
                      ("libreoffice-users.csv", "Text - txt - csv (StarCalc)", {"FilterOptions": "59,34,76,1"}),
                      ("libreoffice-html.xlsx", "HTML (StarCalc)", {}),
                      ("libreoffice-users.pdf", "calc_pdf_Export", {}))
            with_book(desktop, dutch, ("libreoffice-gebruikers.xlsx", XLSX, {}))
            with_book(desktop, features, ("libreoffice-features.xlsx", XLSX, {}))
            with_book(desktop, faults, ("libreoffice-faults.xlsx", XLSX, {}))
        finally:
            try:
                desktop.terminate()
            except Exception:
                pass
            office.wait(30)


main()
