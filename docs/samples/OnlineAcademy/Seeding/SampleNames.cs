namespace OnlineAcademy.Seeding;

/// <summary>The names that the sample's users are made of.</summary>
internal static class SampleNames
{
    public static readonly string[] First =
    [
        "Sanne", "Daan", "Lotte", "Bram", "Fenna", "Sem", "Zoë", "Jörn", "Noor", "Thijs", "Anouk", "Ruben", "Maaike", "Joost",
        "Femke", "Stijn", "Renée", "Koen", "Iris", "Lars", "Mirjam", "André", "Esmée", "Gijs", "Hanneke", "Pieter", "Loïs", "Teun",
        "Wietske", "Jelle", "Yara", "Mohammed", "Fatima", "Sjoerd", "Annelies", "Björn", "Chloé", "Niels", "Roos", "Wouter", "Eva",
        "Çağla", "Tjitske", "Marijn", "Nour", "Michał", "Sofie", "Hidde", "Ilse", "Quinten",
    ];

    /// <summary>Prefix and last name.</summary>
    public static readonly (string Prefix, string Name)[] Last =
    [
        ("de", "Vries"), ("", "Jansen"), ("van den", "Berg"), ("", "Bakker"), ("van", "Dijk"), ("", "Visser"), ("", "Smit"),
        ("de", "Boer"), ("van der", "Meer"), ("", "Mulder"), ("", "Bos"), ("van 't", "Hof"), ("", "Hendriks"), ("de", "Wit"),
        ("ten", "Brink"), ("", "Dekker"), ("van der", "Linden"), ("", "Kok"), ("in 't", "Veld"), ("", "Yılmaz"), ("", "Müller"),
        ("van de", "Ven"), ("", "Peeters"), ("ter", "Haar"), ("", "Öztürk"), ("", "O'Brien"), ("van", "Leeuwen"), ("", "Kuipers"),
        ("", "Sørensen"), ("van der", "Heijden"), ("", "Nowak"), ("de", "Jong-Bakker"), ("", "Šimić"), ("op den", "Camp"),
        ("", "Postma"), ("", "Hoekstra"), ("van", "Ooijen"), ("", "Brouwer"), ("den", "Hartog"), ("", "Lévy"),
    ];
}
