namespace UserImport.Benchmarks.Workloads;

/// <summary>What the invented staff is called and where it works.</summary>
internal static class Names
{
    public static readonly string[] First =
    [
        "Aafke", "Abdel", "Anne", "Arjen", "Bart", "Beatrijs", "Cees", "Daphne", "Dirk", "Elif", "Emiel", "Floor", "Frank", "Geert",
        "Gülay", "Hans", "Ingrid", "Jasper", "Jolanda", "Karin", "Khadija", "Laurens", "Lieke", "Maarten", "Mats", "Merel", "Naomi",
        "Noël", "Olga", "Paul", "Petra", "Rachid", "Renske", "Rik", "Saskia", "Sven", "Tamara", "Tom", "Ursula", "Vera", "Willem",
        "Xander", "Yvonne", "Zeynep", "Margaretha", "Bernadette", "Sebastiaan", "Inés",
    ];

    /// <summary>Prefix and last name.</summary>
    public static readonly (string Prefix, string Name)[] Last =
    [
        ("", "Aalbers"), ("van", "Beek"), ("", "Claassen"), ("van der", "Aa"), ("", "Dijkstra"), ("", "Evers"), ("de", "Graaf"),
        ("", "Groot"), ("", "Huisman"), ("van", "Houten"), ("", "Jacobs"), ("de", "Haan"), ("", "Koster"), ("", "Kramer"),
        ("van den", "Heuvel"), ("", "Lammers"), ("", "Maas"), ("", "Meijer"), ("van der", "Veen"), ("", "Nijhuis"), ("", "Özdemir"),
        ("op 't", "Hof"), ("", "Peters"), ("", "Prins"), ("de", "Ruiter"), ("", "Schouten"), ("", "Smeets"), ("van", "Vliet"),
        ("", "Timmermans"), ("", "Vermeulen"), ("van de", "Pol"), ("", "Wagenaar"), ("", "Willems"), ("", "Zijlstra"), ("", "El Amrani"),
        ("", "Bakker-Visser"), ("ter", "Horst"), ("", "Çelik"), ("", "Wolters"), ("", "Kuiper"),
    ];

    public static readonly (string Name, string Domain)[] Companies =
    [
        ("Stichting Zorgkompas", "zorgkompas.example"), ("Bouwbedrijf Van Rijn B.V.", "vanrijn.example"),
        ("Academie & Advies", "academie-advies.example"), ("Waterwerken Oost", "waterwerken-oost.example"),
    ];

    public static readonly string[] Departments =
    [
        "Inkoop", "Personeel & Organisatie", "Financiën", "Uitvoering", "Klantenservice", "Automatisering", "Onderhoud", "Planning",
        "Communicatie", "Juridische zaken", "Kwaliteit", "Magazijn",
    ];

    public static readonly string[] Functions =
    [
        "Adviseur", "Teamleider", "Administratief medewerker", "Verpleegkundige", "Projectleider", "Uitvoerder", "Ontwikkelaar",
        "Controller", "Planner", "Trainer", "Monteur", "Secretaresse", "Jurist", "Kwaliteitsmedewerker",
    ];

    public static readonly string[] Languages = ["Nederlands", "Nederlands", "Nederlands", "Nederlands", "Nederlands", "English", "Deutsch", "Français"];
}
