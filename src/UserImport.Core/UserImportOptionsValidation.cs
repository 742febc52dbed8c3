using Microsoft.Extensions.Options;
using UserImport.Columns;
using UserImport.Planning;

namespace UserImport;

/// <summary>Finds mistakes in the options when the host starts, not when the first file comes.</summary>
internal sealed class UserImportOptionsValidation : IValidateOptions<UserImportOptions>
{
    public ValidateOptionsResult Validate(string? name, UserImportOptions options)
    {
        // Without it "é" has two spellings that are two users (R1), and no other language than English has texts.
        if ("e\u0301".Normalize() != "\u00e9")
            return ValidateOptionsResult.Fail("UserImport needs Unicode data: the host runs with globalization-invariant mode " +
                "(DOTNET_SYSTEM_GLOBALIZATION_INVARIANT or InvariantGlobalization). Switch it off and install ICU (Alpine: icu-libs, icu-data-full).");
        var faults = new List<string>();
        AtLeast(1, options.BatchSize, nameof(options.BatchSize));
        AtLeast(1, options.LookupBatchSize, nameof(options.LookupBatchSize));
        if (!Enum.IsDefined(options.BlankCells)) faults.Add($"{nameof(options.BlankCells)} is no policy.");
        CheckLimits(options.Limits);
        CheckBrakes(options.Brakes);
        CheckColumns(options.CustomColumns);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void AtLeast(long least, long value, string option)
        {
            if (value < least) faults.Add($"{option} is {value}; at least {least} is wanted.");
        }

        void CheckLimits(ImportLimits limits)
        {
            AtLeast(1, limits.FileBytes, "Limits.FileBytes");
            AtLeast(1, limits.ZipEntries, "Limits.ZipEntries");
            AtLeast(1, limits.CentralDirectoryBytes, "Limits.CentralDirectoryBytes");
            AtLeast(1, limits.SheetBytes, "Limits.SheetBytes");
            AtLeast(1, limits.SharedStringBytes, "Limits.SharedStringBytes");
            AtLeast(1, limits.StyleBytes, "Limits.StyleBytes");
            AtLeast(1, limits.OtherPartBytes, "Limits.OtherPartBytes");
            AtLeast(1, limits.CompressionRatio, "Limits.CompressionRatio");
            AtLeast(1, limits.Rows, "Limits.Rows");
            AtLeast(UserColumns.All.Count + options.CustomColumns.Count, limits.Columns, "Limits.Columns");
            AtLeast(255, limits.CellCharacters, "Limits.CellCharacters");
            AtLeast(1, limits.TextBytes, "Limits.TextBytes");
            AtLeast(1, limits.ListEntries, "Limits.ListEntries");
            AtLeast(1, limits.XmlNodes, "Limits.XmlNodes");
            AtLeast(8, limits.XmlDepth, "Limits.XmlDepth");
            AtLeast(1, limits.Sheets, "Limits.Sheets");
            AtLeast(0, limits.ListedIssues, "Limits.ListedIssues");
        }

        void CheckBrakes(BrakeOptions brakes)
        {
            foreach (var brake in new[] { brakes.Deactivations, brakes.Clears, brakes.Emails, brakes.Rejections, brakes.Shifted })
                if (brake is null || brake.Percent is < 0 or > 100 || brake.AtLeast < 0)
                    faults.Add("A brake wants a share of 0 to 100 percent and a minimum of at least 0.");
        }

        void CheckColumns(IList<CustomColumn> columns)
        {
            var builtIn = new ColumnTable([]);
            var keys = UserColumns.All.Select(column => column.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var headers = new HashSet<string>(StringComparer.Ordinal);
            foreach (var column in columns)
            {
                if (!IsKey(column.Key)) faults.Add($"The column key '{column.Key}' is not a letter followed by letters and digits.");
                if (!keys.Add(column.Key)) faults.Add($"The column key '{column.Key}' is taken.");
                if (!column.Headers.ContainsKey("en")) faults.Add($"The column '{column.Key}' has no English header ('en').");
                AtLeast(1, column.MaxLength, $"MaxLength of the column '{column.Key}'");
                foreach (var header in column.Headers.Values.Select(HeaderText.Fold).Distinct())
                    if (header.Length == 0 || builtIn.Find(header) is not null || builtIn.IsCompanion(header) || !headers.Add(header))
                        faults.Add($"A header of the column '{column.Key}' is blank or names another column too.");
            }
        }

        static bool IsKey(string key) => char.IsAsciiLetter(key[0]) && key.All(char.IsAsciiLetterOrDigit);
    }
}
