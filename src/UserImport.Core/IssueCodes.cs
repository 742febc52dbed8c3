using UserImport.Columns;

namespace UserImport;

/// <summary>Every stable code of an <see cref="ImportIssue"/>: <c>subject.fault</c>; codes never change.</summary>
/// <remarks>
/// The faults <c>missing</c>, <c>tooLong</c>, <c>damaged</c>, <c>errorValue</c>, <c>isDate</c> and <c>invalid</c> exist for
/// every column, the host's own included: <c>email.invalid</c>.
/// </remarks>
public static class IssueCodes
{
    /// <summary>Returns the code of a fault for a column: its key with a small first letter, a dot, the fault.</summary>
    public static string For(Columns.UserColumn column, string fault)
    {
        ArgumentNullException.ThrowIfNull(column);
        return $"{column.Subject}.{fault}";
    }

    /// <summary>Faults that exist for every column.</summary>
    internal static IReadOnlyList<string> Faults { get; } =
        ["missing", "tooLong", "damaged", "errorValue", "isDate", "invalid"];

    /// <summary>Every code but the faults that exist for every column.</summary>
    public static IReadOnlyList<string> Special { get; } =
    [
        "employeeNumber.digitsLost", "employeeNumber.zerosLost", "employeeNumber.ambiguous", "employeeNumber.duplicate",
        "employeeNumber.exists", "employeeNumber.unknown", "email.taken", "email.duplicate",
        "functions.ambiguous", "teams.ambiguous", "managers.ambiguous",
        "company.unknown", "department.unknown", "functions.unknown", "teams.unknown", "language.unknown",
        "company.retired", "department.retired", "functions.retired", "teams.retired", "language.retired",
        "department.otherCompany", "managers.unknown", "managers.rejected", "managers.self", "managers.circle", "managers.entangled",
        "managers.inactive", "managers.oldAddress", "managers.otherPerson", "sendInvitation.withheld", "user.locked",
        "row.duplicate", "columns.missing", "columns.repeated", "columns.unknown", "columns.absent", "template.older",
        "workbook.empty", "workbook.notExcel", "workbook.xls", "workbook.xlsb", "workbook.ods", "workbook.macros",
        "workbook.encrypted", "workbook.damaged", "workbook.tooLarge", "workbook.noHeaders", "workbook.noRows",
        "brake.deactivations", "brake.clears", "brake.emails", "brake.rejections", "brake.shifted",
    ];
}
