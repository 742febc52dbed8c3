#!/bin/sh
# Workbooks by Gnumeric: it reads the workbook of XlsxWriter and writes its own.      with_gnumeric.sh OUT
set -e
ssconvert --export-type=Gnumeric_Excel:xlsx "$1/xlsxwriter-users.xlsx" "$1/gnumeric-users.xlsx"
ssconvert --export-type=Gnumeric_html:html40 "$1/xlsxwriter-users.xlsx" "$1/gnumeric-html.xlsx"
ssconvert --export-type=Gnumeric_Excel:excel_biff7 "$1/xlsxwriter-users.xlsx" "$1/gnumeric-excel-95.xls"
