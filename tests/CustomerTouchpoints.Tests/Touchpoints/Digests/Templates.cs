namespace CustomerTouchpoints.Tests.Touchpoints.Digests;

/// <summary>Templates that say of each item which it is: its rule, its parcel, and when it came.</summary>
internal static class Templates
{
    private const string Item =
        "{{ item.rule }} of {{ item.journey.key }} at "
        + "{{ if item.rule == \"parcel-note\" || item.rule == \"parcel-scanned\" }}{{ item.n }}{{ else }}once{{ end }}";

    private static readonly string[] Rules =
    [
        "parcel-packed",
        "parcel-still",
        "parcel-shipped",
        "parcel-scanned",
        "parcel-note",
        "parcel-delivered",
    ];

    /// <summary>Where they are.</summary>
    public static string Folder { get; } = Write();

    /// <summary>What comes more than once of a parcel has a number.</summary>
    private static string At(string rule) => rule is "parcel-note" or "parcel-scanned" ? "{{ n }}" : "once";

    private static string Write()
    {
        string folder = Directory.CreateTempSubdirectory("digest-templates-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        foreach (string rule in Rules)
        {
            File.WriteAllText(
                Path.Combine(folder, $"{rule}.md"),
                $"---\nsubject: {rule}\nsample:\n  n: 1\n---\n{rule} of {{{{ journey.key }}}} at {At(rule)}\n"
            );
        }

        foreach (string digest in (string[])["daily", "hourly"])
        {
            File.WriteAllText(
                Path.Combine(folder, $"{digest}.md"),
                $$$"""
                ---
                subject: {{{digest}}}
                requires: [items]
                sample:
                  items:
                    - rule: sample
                      n: 1
                      journey:
                        key: "1042"
                ---
                {{ for item in items }}{{{Item}}} {{ end }}

                """
            );
        }

        return folder;
    }
}
