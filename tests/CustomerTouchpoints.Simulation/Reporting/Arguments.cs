using System.Globalization;
using CustomerTouchpoints.Simulation.Hosting;

namespace CustomerTouchpoints.Simulation.Reporting;

/// <summary>What the command line asks for.</summary>
/// <param name="First">The first seed.</param>
/// <param name="Seeds">How many seeds.</param>
/// <param name="Stores">On which stores each seed runs.</param>
/// <param name="Json">Whether the last line is for machines.</param>
/// <param name="Planted">Whether planted bugs are sought, too.</param>
internal sealed record Arguments(long First, int Seeds, IReadOnlyList<StoreKind> Stores, bool Json, bool Planted)
{
    public const string Usage = "usage: --seeds N [--first S] [--store memory|sqlite] [--unplanted] [--json]";

    /// <summary>The arguments, or null when they make no sense.</summary>
    public static Arguments? Read(IReadOnlyList<string> words)
    {
        var arguments = new Arguments(1, 0, Enum.GetValues<StoreKind>(), Json: false, Planted: true);
        for (int i = 0; i < words.Count; i++)
        {
            string value = i + 1 < words.Count ? words[i + 1] : "";
            switch (words[i])
            {
                case "--seeds" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seeds):
                    (arguments, i) = (arguments with { Seeds = seeds }, i + 1);
                    break;
                case "--first" when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long first):
                    (arguments, i) = (arguments with { First = first }, i + 1);
                    break;
                case "--store" when value is "memory" or "sqlite":
                    (arguments, i) = (arguments with { Stores = [Enum.Parse<StoreKind>(value, ignoreCase: true)] }, i + 1);
                    break;
                case "--unplanted":
                    arguments = arguments with { Planted = false };
                    break;
                case "--json":
                    arguments = arguments with { Json = true };
                    break;
                default:
                    return null;
            }
        }

        return arguments.Seeds > 0 ? arguments : null;
    }
}
