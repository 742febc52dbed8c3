"""Opens a workbook in a LibreOffice of its own, hidden, and closes both afterwards."""
import contextlib
import subprocess
import time

import uno
from com.sun.star.beans import PropertyValue


def prop(name, value):
    pair = PropertyValue()
    pair.Name, pair.Value = name, value
    return pair


@contextlib.contextmanager
def opened(folder, workbook):
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
        document = desktop.loadComponentFromURL("file://" + workbook, "_blank", 0, (prop("Hidden", True),))
        yield document
        document.close(True)
        try:
            desktop.terminate()
        except Exception:
            pass
        office.wait(30)
    finally:
        if office.poll() is None:
            office.kill()
