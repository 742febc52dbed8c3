using UserImport.Rows;
using UserImport.Rules;

namespace UserImport;

/// <summary>A rule of the host's own, asked about every row after the built-in ones (C6). It must be pure and quick.</summary>
public interface IRowRule
{
    /// <summary>Looks at a row and reports what is wrong with it.</summary>
    void Check(UserRow row, RuleContext context);
}
