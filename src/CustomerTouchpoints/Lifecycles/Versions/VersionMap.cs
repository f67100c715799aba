namespace CustomerTouchpoints.Lifecycles.Versions;

/// <summary>What became of the names of an earlier version. A name that is not in it stays what it was.</summary>
internal sealed record VersionMap(int From)
{
    public List<KeyValuePair<string, State>> States { get; } = [];

    public List<KeyValuePair<string, string>> Rules { get; } = [];

    public string StateOf(string name) => States.FirstOrDefault(renamed => renamed.Key == name).Value?.Name ?? name;
}
