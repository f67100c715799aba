using CustomerTouchpoints.Simulation.Planting;
using CustomerTouchpoints.Simulation.Reporting;
using CustomerTouchpoints.Simulation.Scheduling;

if (Arguments.Read(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

var report = new Report(arguments, Campaign.Over(arguments, _ => false));
report.Print();
PlantedResult planted = arguments.Planted ? PlantedBuild.Run(args) : new PlantedResult(0, 0);
return report.Conclude(planted) ? 0 : 1;
