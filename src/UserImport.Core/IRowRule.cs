using UserImport.Rows;
using UserImport.Rules;

namespace UserImport;

/// <summary>A rule of the host's own, asked about every row after the built-in ones (C6). It must be pure and quick; an exception ends the check.</summary>
public interface IRowRule
{
    /// <summary>Looks at a row and reports what is wrong with it.</summary>
    /// <param name="row">The row, valid also after the call.</param>
    /// <param name="context">The existing user, the structure, the language, and where to report.</param>
    /// <remarks>
    /// Rows that change nothing are asked about too: pass over what <see cref="RuleContext.Existing"/> has and keeps (M5), or an
    /// export can no longer be uploaded as it is (K7).
    /// </remarks>
    void Check(UserRow row, RuleContext context);
}
