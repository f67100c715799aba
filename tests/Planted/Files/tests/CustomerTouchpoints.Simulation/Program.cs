using CustomerTouchpoints.Simulation.Planting;
using CustomerTouchpoints.Simulation.Reporting;

if (Arguments.Read(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

PlantedRuns.Print(arguments);
return 0;
