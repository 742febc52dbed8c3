#!/bin/sh
# Writes every workbook, expected.json and refused.json, and compares what was written with what is expected.      run.sh OUT
set -e
mkdir -p "$1"
out=$(cd "$1" && pwd)
cd "$(dirname "$0")"
python=${PYTHON:-/usr/bin/python3}   # one that has openpyxl, XlsxWriter and LibreOffice's uno
$python content.py
$python with_python.py "$out"
$python with_libreoffice.py "$out"   # after with_python.py: it saves one workbook of XlsxWriter again
./with_gnumeric.sh "$out"
(cd node && npm install --no-package-lock --silent && node generate.js "$out")
for program in closedxml npoi epplus open_xml_sdk miniexcel; do
    (cd dotnet && dotnet run "with_$program.cs" -- "$out")
done
$python like_excel.py "$out"         # after with_epplus.cs: it copies that VBA project
$python expected.py "$out"
$python verify.py "$out"
