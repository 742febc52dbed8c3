"""The users that every program writes, and what a reader must make of them.

A cell is None, a text, or one of
    {"number": 104, "format": "00000"}     {"boolean": True}     {"runs": ["Jan", "sen"]}
    {"formula": "LOWER(\"A\")", "result": "a"}
Run this file to write users.json, which the generators in other languages read.
"""

import json
import pathlib

KEYS = ["EmployeeNumber", "FirstName", "Prefix", "LastName", "Email", "Company", "Department", "Functions",
        "CostCenter", "SendInvitation", "Active", "Language", "Teams", "Managers"]

ENGLISH = ["Employee number", "First name", "Prefix", "Last name", "Email address", "Company", "Department",
           "Function(s)", "Cost center", "Send invitation", "Active", "Language", "Teams", "Managers"]

DUTCH = ["Personeelsnummer", "Voornaam", "Tussenvoegsel", "Achternaam", "E-mailadres", "Bedrijf", "Afdeling",
         "Functie(s)", "Kostenplaats", "Uitnodiging versturen", "Actief", "Taal", "Teams", "Managers"]

JAN, ZOE, KARIN = "jan.vanderberg@noordzee.example", "zoe.peeters@noordzee.example", "karin.bos@noordzee.example"
NOORDZEE, WADDEN = "Noordzee Opleidingen", "Wadden & Zn."

# Row 8 is left out on purpose: a blank row between two users.
USERS = {
    2: ["00101", "Jan", "van der", "Berg", JAN, NOORDZEE, "Verkoop", "Trainer, Verkoper", "4100", "x", "x", "nl",
        "Team Noord, Team West", None],
    3: ["00102", "Jos\u00e9", "de la", "Cruz", "jose.delacruz@noordzee.example", NOORDZEE, "Verkoop", "Trainer", "4100",
        None, "x", "Nederlands", "Team Noord", JAN],
    # a decomposed name: e and U+0308
    4: ["00103", "Zoe\u0308", None, "Peeters", ZOE, WADDEN, "Planning", "Planner", {"number": 4200}, None, "x", "nl",
        None, JAN],
    # a number that its number format shows as 00104
    5: [{"number": 104, "format": "00000"}, "Fatima", "el", "Amrani", "fatima.elamrani@noordzee.example", WADDEN,
        "Planning", "Planner", {"number": 4200.5}, "X", "x", "nl", None, JAN + ", " + ZOE],
    # a plain number
    6: [{"number": 4711}, "Willem", "van", "Dijk", "willem.vandijk@noordzee.example", WADDEN, "Planning", None, None,
        None, "x", "English", "Team West", ZOE],
    # text that looks like a formula
    7: ["00106", "Sanne", None, "de Vries", "sanne.devries@noordzee.example", NOORDZEE, "Verkoop", "Verkoper", "=A1",
        None, "x", "nl", None, JAN],
    9: ["00107", "Bram", None, "Visser", "bram.visser@noordzee.example", NOORDZEE, "Verkoop", "Verkoper", None, None,
        {"boolean": True}, "nl", None, None],
    10: ["00108", "Eva", None, "Smit", "eva.smit@noordzee.example", NOORDZEE, "Verkoop", None, None, None,
         {"boolean": False}, "nl", None, None],
    # rich text, and blanks around a name and a company (the last one is U+00A0)
    11: ["00109", "  Piet ", None, {"runs": ["Jan", "sen"]}, "piet.jansen@noordzee.example",
         "Noordzee Opleidingen\u00a0", "Verkoop", "Trainer", None, None, "x", "nl", None, JAN],
    # line breaks inside a cell
    12: ["00110", "Lotte", None, "Mulder", "lotte.mulder@noordzee.example", WADDEN, "Personeel\nen Organisatie",
         "Trainer,\nPlanner", None, "x", "x", "nl", None, KARIN],
    # text that looks like an escape
    13: ["00111", "Daan", "'t", "Hart", "daan.thart@noordzee.example", WADDEN, "Planning", None, "_x0041_", None, None,
         "Dutch", None, ZOE],
    # formulas with a stored result: a text, a number and an empty text
    14: ["00112", "Karin", {"formula": 'IF(1=1,"","van")', "result": ""}, "Bos",
         {"formula": 'LOWER("KARIN.BOS@noordzee.example")', "result": KARIN}, WADDEN, "Personeel en Organisatie", None,
         {"formula": "4000+112", "result": 4112}, None, "x", "nl", "Team West", None],
}

BLANK_STYLED_ROWS = range(15, 20)

# The Dutch sheet: a title row, a blank row, the header in row 3, another order, one unknown column, no Teams and Managers.
DUTCH_TITLE = "Gebruikers van de academie, stand van zaken 1 september"
DUTCH_ORDER = ["LastName", "Prefix", "FirstName", "EmployeeNumber", None, "Email", "Language", "Active",
               "SendInvitation", "Company", "Department", "Functions", "CostCenter"]
DUTCH_UNKNOWN = "Opmerkingen"
DUTCH_REMARKS = {4: "werkt alleen op dinsdag", 9: "nieuw"}


def dutch_sheet():
    """The Dutch sheet as {row: cells}, title and header included; users stand two rows lower than in the English one."""
    sheet = {1: [DUTCH_TITLE],
             3: [DUTCH_UNKNOWN if key is None else DUTCH[KEYS.index(key)] for key in DUTCH_ORDER]}
    for row, cells in USERS.items():
        sheet[row + 2] = [DUTCH_REMARKS.get(row) if key is None else cells[KEYS.index(key)] for key in DUTCH_ORDER]
    return sheet


if __name__ == "__main__":
    english = {1: ENGLISH, **USERS}
    content = {"english": [{"row": r, "cells": c} for r, c in english.items()],
               "dutch": [{"row": r, "cells": c} for r, c in dutch_sheet().items()],
               "blankStyledRows": list(BLANK_STYLED_ROWS)}
    pathlib.Path(__file__).with_name("users.json").write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
