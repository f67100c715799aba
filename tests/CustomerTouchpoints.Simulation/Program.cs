using CustomerTouchpoints.Simulation.Planting;
using CustomerTouchpoints.Simulation.Reporting;
using CustomerTouchpoints.Simulation.Scheduling;

if (Arguments.Read(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

IReadOnlyList<RunResult> results = Campaign.Over(arguments, _ => false);
var report = new Report(arguments, results);
report.Print();
Console.WriteLine(report.Json(new PlantedResult(0, 0, [])));
return results.All(result => result.Violation is null) && report.Rare().Count == 0 ? 0 : 1;
