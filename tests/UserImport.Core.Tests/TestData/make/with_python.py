"""Workbooks by openpyxl and XlsxWriter."""

import datetime
import pathlib
import sys

import openpyxl
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo

from content import BLANK_STYLED_ROWS, ENGLISH, USERS, dutch_sheet

OUT = pathlib.Path(sys.argv[1])
WHEN = datetime.datetime(2026, 9, 1, 9, 0, 0)


# --- openpyxl -----------------------------------------------------------------------------------------------------------

def plain(value):
    """What openpyxl 3.0 can store: no rich text, no result of a formula."""
    if isinstance(value, dict):
        return value.get("number", value.get("boolean", value.get("result", "".join(value.get("runs", [])))))
    return value


def put(cell, value):
    if value is None:
        return
    cell.value = plain(value)
    if isinstance(value, str):
        cell.data_type = "s"  # otherwise '=A1' is a formula
        cell.number_format = "@"
    elif "format" in value:
        cell.number_format = value["format"]


def openpyxl_sheet(sheet, content, header_row):
    for row, cells in content.items():
        for column, value in enumerate(cells, 1):
            put(sheet.cell(row, column), value)
    for cell in sheet[header_row]:
        cell.font = Font(bold=True)


def openpyxl_users():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Users"
    openpyxl_sheet(sheet, {1: ENGLISH, **USERS}, 1)
    for row in BLANK_STYLED_ROWS:
        for column in range(1, 15):
            sheet.cell(row, column).fill = PatternFill("solid", fgColor="EEEEEE")
    book.save(OUT / "openpyxl-users.xlsx")


def openpyxl_write_only():
    from openpyxl.cell import WriteOnlyCell
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Users")
    content = {1: ENGLISH, **USERS}
    for row in range(1, max(content) + 1):
        line = []
        for value in content.get(row, []):
            cell = WriteOnlyCell(sheet)
            put(cell, value)
            line.append(cell if value is not None else None)
        sheet.append(line)
    book.save(OUT / "openpyxl-write-only-users.xlsx")


def openpyxl_dutch():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Gebruikers"
    openpyxl_sheet(sheet, dutch_sheet(), 3)
    sheet.merge_cells("A1:M1")
    book.save(OUT / "openpyxl-gebruikers.xlsx")


def openpyxl_features():
    """Hidden first sheet with users that must not be read, a sheet without a header, then the users below a merged title."""
    book = openpyxl.Workbook()
    old = book.active
    old.title = "Oud"
    openpyxl_sheet(old, {1: ENGLISH, 2: ["99999"] + USERS[2][1:]}, 1)
    old.sheet_state = "hidden"
    help_ = book.create_sheet("Toelichting")
    help_["A1"] = "Vul een regel per gebruiker in."
    sheet = book.create_sheet("Gebruikers")
    openpyxl_sheet(sheet, {1: ["Gebruikers"], 3: ENGLISH, **{row + 2: cells for row, cells in USERS.items()}}, 3)
    sheet.merge_cells("A1:N1")
    sheet.auto_filter.ref = "A3:N16"
    sheet.auto_filter.add_filter_column(6, ["Verkoop"])
    sheet.row_dimensions[6].hidden = True  # a row that the filter hides is still a row
    sheet.freeze_panes = "B4"
    for row in range(4, 16):
        if sheet.cell(row, 5).value:
            sheet.cell(row, 5).hyperlink = "mailto:" + sheet.cell(row, 5).value
    sheet["E5"].hyperlink = "mailto:jan@, piet@@noordzee"  # a broken address behind a good cell
    sheet["E5"].value = USERS[3][4]
    sheet["A4"].comment = Comment("Voorloopnullen laten staan", "Beheer")
    validation = DataValidation(type="list", formula1='"x"', allow_blank=True)
    validation.add("J4:K100")
    sheet.add_data_validation(validation)
    book.active = 2
    book.save(OUT / "openpyxl-features.xlsx")


def openpyxl_faults(name, iso_dates):
    book = openpyxl.Workbook()
    book.iso_dates = iso_dates
    sheet = book.active
    openpyxl_sheet(sheet, {1: ENGLISH, 2: USERS[2], 3: USERS[3], 4: USERS[4], 5: USERS[5], 6: USERS[6]}, 1)
    sheet["A3"] = datetime.date(2026, 3, 1)              # a date
    sheet["D3"] = datetime.datetime(2026, 3, 1, 9, 30)   # a date with a time
    sheet["F4"] = "#N/A"                                 # openpyxl makes this an error cell
    sheet["E5"] = '=LOWER("X@noordzee.example")'         # openpyxl stores no result
    sheet["I5"] = datetime.time(9, 30)                   # a time is a date too
    sheet["K6"] = datetime.date(2026, 3, 1)              # a date as a flag
    sheet["B6"] = True                                   # a boolean as a text
    book.save(OUT / name)


# --- XlsxWriter ---------------------------------------------------------------------------------------------------------

def xlsxwriter_sheet(book, sheet, content, header_row):
    bold, text, red = book.add_format({"bold": True}), book.add_format({"num_format": "@"}), book.add_format({"font_color": "red"})
    wrap = book.add_format({"text_wrap": True})
    for row, cells in content.items():
        for column, value in enumerate(cells):
            at = (row - 1, column)
            if value is None:
                continue
            if isinstance(value, str):
                style = bold if row == header_row else wrap if "\n" in value else text
                sheet.write_string(*at, value, style)
            elif "number" in value:
                sheet.write_number(*at, value["number"], book.add_format({"num_format": value["format"]}) if "format" in value else None)
            elif "boolean" in value:
                sheet.write_boolean(*at, value["boolean"])
            elif "runs" in value:
                sheet.write_rich_string(*at, value["runs"][0], red, value["runs"][1])
            elif value["result"] != "":  # an empty result is written without a type: see xlsxwriter_faults
                sheet.write_formula(*at, "=" + value["formula"], None, value["result"])


def xlsxwriter_users(name, options):
    book = xlsxwriter.Workbook(str(OUT / name), options)
    book.set_properties({"created": WHEN})
    sheet = book.add_worksheet("Users")
    xlsxwriter_sheet(book, sheet, {1: ENGLISH, **USERS}, 1)
    fill = book.add_format({"bg_color": "#EEEEEE"})
    for row in BLANK_STYLED_ROWS:
        for column in range(14):
            sheet.write_blank(row - 1, column, None, fill)
    book.close()


def xlsxwriter_faults():
    """XlsxWriter writes the empty result of a formula as <v></v> without a type: the same bytes as no result at all."""
    book = xlsxwriter.Workbook(str(OUT / "xlsxwriter-faults.xlsx"))
    book.set_properties({"created": WHEN})
    sheet = book.add_worksheet("Users")
    xlsxwriter_sheet(book, sheet, {1: ENGLISH, 2: USERS[2], 3: USERS[3], 4: USERS[4]}, 1)
    sheet.write_formula("C3", '=IF(1=1,"","van")', None, "")
    sheet.write_formula("F4", "=NA()", None, "#N/A")
    sheet.write_datetime("D3", datetime.datetime(2026, 3, 1), book.add_format({"num_format": "d mmmm yyyy"}))
    book.close()


def xlsxwriter_features():
    book = xlsxwriter.Workbook(str(OUT / "xlsxwriter-features.xlsx"))
    book.set_properties({"created": WHEN})
    old, help_, sheet = book.add_worksheet("Oud"), book.add_worksheet("Toelichting"), book.add_worksheet("Gebruikers")
    xlsxwriter_sheet(book, old, {1: ENGLISH, 2: ["99999"] + USERS[2][1:]}, 1)
    old.hide()
    help_.write_string(0, 0, "Vul een regel per gebruiker in.")
    sheet.activate()
    sheet.set_first_sheet()
    sheet.merge_range("A1:N1", "Gebruikers", book.add_format({"bold": True, "align": "center"}))
    sheet.add_table(2, 0, 15, 13, {"name": "Users", "columns": [{"header": header} for header in ENGLISH]})
    xlsxwriter_sheet(book, sheet, {3: ENGLISH, **{row + 2: cells for row, cells in USERS.items()}}, 3)
    sheet.freeze_panes(3, 1)
    for row in (4, 5, 6, 7):
        email = USERS[row - 2][4]
        sheet.write_url(row - 1, 4, "mailto:" + email, string=email)
    sheet.write_comment("A4", "Voorloopnullen laten staan", {"author": "Beheer"})
    sheet.data_validation("J4:K100", {"validate": "list", "source": ["x"]})
    sheet.conditional_format("A4:A100", {"type": "duplicate", "format": book.add_format({"bg_color": "#FFC7CE"})})
    sheet.protect()
    book.define_name("Kopregel", "=Gebruikers!$A$3:$N$3")
    book.close()


openpyxl_users()
openpyxl_write_only()
openpyxl_dutch()
openpyxl_features()
openpyxl_faults("openpyxl-faults.xlsx", iso_dates=False)
openpyxl_faults("openpyxl-iso-dates-faults.xlsx", iso_dates=True)
xlsxwriter_users("xlsxwriter-users.xlsx", {})
xlsxwriter_users("xlsxwriter-constant-memory-users.xlsx", {"constant_memory": True})
xlsxwriter_features()
xlsxwriter_faults()
