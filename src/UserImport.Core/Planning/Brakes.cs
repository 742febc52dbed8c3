using UserImport.Columns;
using UserImport.Resources;

namespace UserImport.Planning;

/// <summary>Finds the brakes that come on (K5, F6).</summary>
internal static class Brakes
{
    public static IReadOnlyList<TrippedBrake> Find(BrakeOptions options, CheckCounter counter, RowCounts rows, IssueWriter issues)
    {
        var tripped = new List<TrippedBrake>();
        Watch("brake.deactivations", options.Deactivations, counter.Deactivated, counter.Existing);
        Watch("brake.clears", options.Clears, counter.Losing, counter.Existing);
        Watch("brake.emails", options.Emails, counter.Readdressed, counter.Existing);
        Watch("brake.rejections", options.Rejections, rows.Rejected, rows.Read);
        Watch("brake.shifted", options.Shifted, counter.Shifted, counter.Updated);
        return tripped;

        void Watch(string code, Brake brake, int count, int of)
        {
            if (brake.Stops(count, of))
                tripped.Add(new TrippedBrake(code, count, of, brake.Percent,
                    issues.Fill(code, ("count", count), ("of", of), ("limit", brake.Percent))));
        }
    }
}
