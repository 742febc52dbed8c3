using System.Text.RegularExpressions;
using UserImport.Columns;

namespace UserImport.Tests.Reference;

/// <summary>One row, judged on its own (step 1 of section 5): the user that it matches, the planned values, what is wrong.</summary>
internal sealed partial class RowReading
{
    private static readonly string[] Texts = ["FirstName", "Prefix", "LastName", "CostCenter"];
    private static readonly string[] Required = ["FirstName", "LastName", "Email", "Company", "Department", "Language"];

    private readonly ReferenceJudge _judge;
    private readonly GivenFile _file;

    public RowReading(ReferenceJudge judge, GivenFile file, Given given)
    {
        (_judge, _file, Given) = (judge, file, given);
        Match();
        Planned = Existing ?? new UserRecord { EmployeeNumber = Text("EmployeeNumber") ?? "" };
        foreach (var column in file.Columns) Tokens[column] = "blank";
        Tokens["EmployeeNumber"] = (Existing, Errors.Contains("employeeNumber.zerosLost")) switch
        {
            (null, false) => "text " + given.Cell("EmployeeNumber")?.Text,
            (null, true) => "digits " + given.Cell("EmployeeNumber")?.Text,
            _ => "user " + Existing.EmployeeNumber,
        };
        foreach (var column in Texts) ReadText(column);
        ReadEmail();
        ReadCompanyAndDepartment();
        ReadLanguage();
        Invite = ReadFlag("SendInvitation", false);
        Planned = Planned with { Active = ReadFlag("Active", Existing?.Active ?? false) };
        Planned = Planned with { Functions = ReadNames("Functions", judge.Structure.Functions, Existing?.Functions) ?? Planned.Functions };
        Planned = Planned with { Teams = ReadNames("Teams", judge.Structure.Teams, Existing?.Teams) ?? Planned.Teams };
        ReadManagers();
        foreach (var (column, cell) in given.Cells)
            if (cell.Mark == CellMark.Damaged)
                Tokens[column] = "row " + given.Row;
        JudgeAction();
    }

    public Given Given { get; }

    public UserRecord? Existing { get; private set; }

    public UserRecord Planned { get; private set; }

    /// <summary>The manager addresses of the cell; null where the user keeps the managers of today.</summary>
    public IReadOnlyList<string>? ManagerEntries { get; private set; }

    public bool Invite { get; }

    public bool IsDuplicate { get; set; }

    public string? NumberKey { get; private set; }

    public string? EmailKey { get; private set; }

    public HashSet<string> Errors { get; } = [];

    /// <summary>The planned value of each column, or its text where there is none, for comparing rows (F1).</summary>
    public Dictionary<string, string> Tokens { get; } = [];

    private bool Keeps(string column) =>
        !_file.Has(column) || (Given.Cell(column) is null && Existing is not null && _judge.Options.BlankCells == BlankCellPolicy.Keep);

    private void Match()
    {
        var cell = Given.Cell("EmployeeNumber");
        if (Readable("EmployeeNumber", "employeeNumber") is not { } text)
        {
            if (cell is null) Errors.Add("employeeNumber.missing");
            return;
        }
        if (cell!.Mark == CellMark.Number && text.Contains('.')) Errors.Add("employeeNumber.invalid");
        else if (cell.Mark == CellMark.Number && text.Length > 15) Errors.Add("employeeNumber.digitsLost");
        else if (text.Length > 255) Errors.Add("employeeNumber.tooLong");
        else
        {
            NumberKey = ReferenceJudge.AsciiLower(text);
            var equal = _judge.Stored.Where(user => ReferenceJudge.AsciiLower(user.EmployeeNumber) == NumberKey).ToList();
            Existing = equal.Find(user => user.EmployeeNumber == text) ?? (equal.Count == 1 ? equal[0] : null);
            if (Existing is not null) return;
            if (equal.Count > 1) Errors.Add("employeeNumber.ambiguous");
            else if (cell.Mark == CellMark.Number && _judge.Stored.Any(user => WithoutZeros(user.EmployeeNumber) == WithoutZeros(text)))
                Errors.Add("employeeNumber.zerosLost");
        }
    }

    private static string WithoutZeros(string digits) => digits.TrimStart('0');

    private void JudgeAction()
    {
        if (_judge.Action == ImportAction.AddOnly && Existing is not null) Errors.Add("employeeNumber.exists");
        if (_judge.Action == ImportAction.UpdateOnly && Existing is null && !Errors.Any(code => code.StartsWith("employeeNumber.", StringComparison.Ordinal)))
            Errors.Add("employeeNumber.unknown");
        if (Existing?.Locked is not null && ReferenceJudge.ChangedColumns(Existing, Planned).Count > 0) Errors.Add("user.locked");
    }

    /// <summary>The text of a cell, or null if it is blank or cannot be read; what cannot be read is an error.</summary>
    private string? Readable(string column, string subject)
    {
        var cell = Given.Cell(column);
        var fault = cell?.Mark switch
        {
            CellMark.Damaged => "damaged",
            CellMark.Error => "errorValue",
            CellMark.Date => "isDate",
            _ => null,
        };
        if (fault is null) return cell?.Text;
        Errors.Add($"{subject}.{fault}");
        Tokens[column] = "text " + cell!.Text;
        return null;
    }

    private string? Text(string column) => Given.Cell(column) is { Mark: CellMark.Text or CellMark.Number or CellMark.Flag } cell ? cell.Text : null;

    private static string Subject(string column) => char.ToLowerInvariant(column[0]) + column[1..];

    private bool Blank(string column)
    {
        if (Given.Cell(column) is not null) return false;
        if (Required.Contains(column)) Errors.Add(Subject(column) + ".missing");
        return true;
    }

    private void ReadText(string column)
    {
        var kept = Existing is null ? null : ReferenceJudge.TextOf(Existing, column);
        if (Keeps(column) && !Required.Contains(column))
        {
            Tokens[column] = "text " + kept;
            return;
        }
        if (Blank(column))
        {
            Tokens[column] = "text ";
            if (!Required.Contains(column)) Planned = ReferenceJudge.WithText(Planned, column, "");
            return;
        }
        if (Readable(column, Subject(column)) is not { } text) return;
        Tokens[column] = "text " + text;
        if (text.Length > 255 && text != kept) Errors.Add(Subject(column) + ".tooLong");
        else Planned = ReferenceJudge.WithText(Planned, column, text);
    }

    private void ReadEmail()
    {
        if (Blank("Email") || Readable("Email", "email") is not { } text) return;
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) text = text["mailto:".Length..];
        Tokens["Email"] = "text " + text;
        if (Existing is null || ReferenceJudge.AsciiLower(text) != ReferenceJudge.AsciiLower(Existing.Email))
        {
            if (text.Length > 254) Errors.Add("email.tooLong");
            else if (!Address().IsMatch(text) || text.IndexOf('@') > 64) Errors.Add("email.invalid");
            if (Errors.Contains("email.tooLong") || Errors.Contains("email.invalid")) return;
        }
        EmailKey = ReferenceJudge.AsciiLower(text);
        Planned = Planned with { Email = text };
    }

    private void ReadCompanyAndDepartment()
    {
        var company = Blank("Company") ? null : Readable("Company", "company");
        var department = Blank("Department") ? null : Readable("Department", "department");
        if (company is not null) Tokens["Company"] = "text " + company;
        if (department is not null) Tokens["Department"] = "text " + department;
        if (Existing is not null && company is not null && department is not null &&
            Same(company, Existing.Company) && Same(department, Existing.Department))
        {
            Tokens["Company"] = "name " + ListReading.Fold(company);
            Tokens["Department"] = "name " + ListReading.Fold(department);
            return;
        }
        OrgUnit? unit = null;
        if (company is not null)
        {
            var name = ListReading.Find(company, _judge.Structure.Companies.Select(one => one.Name));
            unit = _judge.Structure.Companies.FirstOrDefault(one => one.Name == name);
            if (unit is null) Errors.Add("company.unknown");
            else if (unit.IsRetired) Errors.Add("company.retired");
            if (unit is not null) Tokens["Company"] = "name " + ListReading.Fold(unit.Name);
            if (unit is not null) Planned = Planned with { Company = Spelling(unit.Name, Existing?.Company) };
        }
        if (department is null) return;
        var named = _judge.Structure.Departments.Where(one => Same(one.Name, department)).ToList();
        var ours = named.Where(one => unit is null || one.Company is null || Same(one.Company, unit.Name)).ToList();
        if (named.Count > 0) Tokens["Department"] = "name " + ListReading.Fold(department);
        if (named.Count == 0) Errors.Add("department.unknown");
        else if (ours.Count == 0) Errors.Add("department.otherCompany");
        else if (ours.TrueForAll(one => one.IsRetired)) Errors.Add("department.retired");
        if (ours.Count > 0) Planned = Planned with { Department = Spelling(ours[0].Name, Existing?.Department) };
    }

    private static bool Same(string one, string other) => ListReading.Fold(one) == ListReading.Fold(other);

    /// <summary>Spelling alone is no change (M7).</summary>
    private static string Spelling(string defined, string? stored) => stored is not null && Same(defined, stored) ? stored : defined;

    private void ReadLanguage()
    {
        if (Blank("Language") || Readable("Language", "language") is not { } text) return;
        Tokens["Language"] = "text " + text;
        var code = ReferenceJudge.LanguageNames.FirstOrDefault(names => names.Any(name => Same(name, text)))?[0];
        if (code is not null) Tokens["Language"] = "code " + code;
        if (code is not null && Existing is not null && Same(code, Existing.Language)) return;
        var language = _judge.Structure.Languages.FirstOrDefault(one => one.Code == code);
        if (language is null) Errors.Add("language.unknown");
        else if (language.IsRetired) Errors.Add("language.retired");
        else Planned = Planned with { Language = language.Code };
        if (language is null) Tokens["Language"] = "text " + text;
    }

    private bool ReadFlag(string column, bool stored)
    {
        if (!_file.Has(column)) return column == "Active" && stored;
        var cell = Given.Cell(column);
        var planned = column == "Active" && Keeps(column) && stored;
        if (cell is not null)
        {
            var text = cell.Mark == CellMark.Date ? cell.Text : Readable(column, Subject(column));
            if (text is null) return stored;
            Tokens[column] = "text " + text;
            if (cell.Mark == CellMark.Flag) planned = text == "TRUE";
            else if (cell.Mark == CellMark.Text && text is "x" or "X") planned = true;
            else
            {
                Errors.Add(Subject(column) + ".invalid");
                return stored;
            }
        }
        Tokens[column] = planned ? "yes" : "no";
        return planned;
    }

    private List<string>? ReadNames(string column, IReadOnlyList<OrgUnit> units, IReadOnlyList<string>? stored)
    {
        if (Keeps(column))
        {
            Tokens[column] = Set((stored ?? []).Select(name => "name " + ListReading.Fold(name)));
            return null;
        }
        if (Given.Cell(column) is null)
        {
            Tokens[column] = Set([]);
            return [];
        }
        var subject = Subject(column);
        if (Readable(column, subject) is not { } text) return null;
        Tokens[column] = "text " + text;
        string[] names = [.. stored ?? [], .. units.Select(unit => unit.Name)];
        var readings = ListReading.Readings(text, names);
        if (readings is null) Errors.Add(subject + ".invalid");
        else if (readings.Count > 1) Errors.Add(subject + ".ambiguous");
        if (readings is not { Count: 1 }) return null;
        var planned = new List<string>();
        var tokens = new List<string>();
        foreach (var entry in readings[0])
        {
            var kept = stored is null ? null : ListReading.Find(entry, stored);
            var unit = units.FirstOrDefault(one => one.Name == ListReading.Find(entry, units.Select(other => other.Name)));
            if (kept is null && unit is null) Errors.Add(subject + ".unknown");
            else if (kept is null && unit!.IsRetired) Errors.Add(subject + ".retired");
            tokens.Add((kept ?? unit?.Name) is { } known ? "name " + ListReading.Fold(known) : "text " + entry);
            if (kept is not null || unit is not null) planned.Add(kept ?? unit!.Name);
        }
        Tokens[column] = Set(tokens);
        return Errors.Any(code => code.StartsWith(subject, StringComparison.Ordinal)) ? null : planned.Distinct().ToList();
    }

    private void ReadManagers()
    {
        if (Keeps("Managers"))
        {
            Tokens["Managers"] = Set((Existing?.Managers ?? []).Select(one => "name " + ReferenceJudge.AsciiLower(one.Email)));
            return;
        }
        ManagerEntries = [];
        Tokens["Managers"] = Set([]);
        if (Given.Cell("Managers") is null || Readable("Managers", "managers") is not { } text) return;
        Tokens["Managers"] = "text " + text;
        var readings = ListReading.Readings(text, []);
        if (readings is null) Errors.Add("managers.invalid");
        else ManagerEntries = readings[0].Select(ReferenceJudge.AsciiLower).Distinct().ToList();
        if (readings is not null) Tokens["Managers"] = Set(ManagerEntries.Select(entry => "name " + entry));
    }

    private static string Set(IEnumerable<string> tokens) => string.Join('\n', tokens.Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
