"""Writes companies into the users' sheet of a template and prints what its department list then holds, a company a line.

Arguments: a folder for LibreOffice's profile, the workbook, the companies.
"""
import sys

from libreoffice import opened

folder, workbook, companies = sys.argv[1], sys.argv[2], sys.argv[3:]
with opened(folder, workbook) as document:
    sheet = document.Sheets.getByIndex(0)
    print(sheet.getCellRangeByName("G2").Validation.getFormula1())
    for index, company in enumerate(companies):
        row = 2 + 3 * index
        sheet.getCellRangeByName(f"F{row}").setString(company)
        answer = sheet.getCellRangeByName(f"AZ{row}")
        answer.NumberFormat = 0
        answer.setFormula('=TEXTJOIN("|";1;UserImport_Departments)')
        print(answer.getString())
