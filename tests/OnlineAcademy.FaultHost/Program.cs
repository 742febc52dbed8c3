using OnlineAcademy.FaultHost;
using UserImport.Planning;

// CHANGES.json, then pairs: a database, and the number of the fault point at which its import stands still ('-': at none).
// It prints 'ready', waits for a line, and applies the change set to all databases at the same time; see FaultPoints for the rest.
if (args.Length < 3 || args.Length % 2 == 0)
{
    await Console.Error.WriteLineAsync("OnlineAcademy.FaultHost CHANGES.json {sqlite:FILE|postgres:CONNECTION {POINT|-}}…");
    return 1;
}
ChangeSet changes;
await using (var file = File.OpenRead(args[0])) changes = await ChangeSet.ReadAsync(file);
var imports = new List<FaultyImport>();
for (var i = 1; i < args.Length; i += 2) imports.Add(new FaultyImport(imports.Count, Databases.Parse(args[i]), Databases.PointOf(args[i + 1])));
await Console.Out.WriteLineAsync("ready");
await Console.In.ReadLineAsync();
await Task.WhenAll(imports.Select(import => Task.Run(() => import.RunAsync(changes))));
return 0;
