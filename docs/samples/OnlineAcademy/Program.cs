using OnlineAcademy.Commands;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
