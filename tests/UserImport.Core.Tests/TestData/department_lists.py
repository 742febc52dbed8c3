"""Writes companies into the users' sheet of a template and prints what its department list then holds, a company a line.

Arguments: a folder for LibreOffice's profile, the workbook, the companies.
"""
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

folder, workbook, companies = sys.argv[1], sys.argv[2], sys.argv[3:]
pipe = "userimport" + "".join(c for c in folder if c.isalnum())
office = subprocess.Popen([
    "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore", "--nologo",
    f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for attempt in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            break
        except Exception:
            time.sleep(0.5)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    document = desktop.loadComponentFromURL("file://" + workbook, "_blank", 0, (hidden,))
    sheet = document.Sheets.getByIndex(0)
    print(sheet.getCellRangeByName("G2").Validation.getFormula1())
    for index, company in enumerate(companies):
        row = 2 + 3 * index
        sheet.getCellRangeByName(f"F{row}").setString(company)
        answer = sheet.getCellRangeByName(f"AZ{row}")
        answer.NumberFormat = 0
        answer.setFormula('=TEXTJOIN("|";1;UserImport_Departments)')
        print(answer.getString())
    document.close(True)
    try:
        desktop.terminate()
    except Exception:
        pass
    office.wait(30)
finally:
    if office.poll() is None:
        office.kill()
