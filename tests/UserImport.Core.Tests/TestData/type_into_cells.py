"""Writes texts into cells of the first sheet, saves it as an Excel workbook and prints that in base 64.

Arguments: a folder for LibreOffice's profile, the workbook, pairs such as A2=000091.
"""
import base64
import sys

from libreoffice import opened, prop

folder, workbook, cells = sys.argv[1], sys.argv[2], sys.argv[3:]
saved = folder + "/saved.xlsx"
with opened(folder, workbook) as document:
    sheet = document.Sheets.getByIndex(0)
    for cell in cells:
        address, text = cell.split("=", 1)
        sheet.getCellRangeByName(address).setString(text)
    document.storeToURL("file://" + saved, (prop("FilterName", "Calc MS Excel 2007 XML"),))
with open(saved, "rb") as file:
    print(base64.b64encode(file.read()).decode())
