using CustomerTouchpoints.Reading;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>The lifecycles of this host, read once.</summary>
internal sealed class DashboardDefinitions(IEnumerable<Lifecycle> lifecycles)
{
    private readonly Lazy<IReadOnlyList<LifecycleView>> all = new(() =>
        [.. lifecycles.Select(LifecycleView.Of).OrderBy(view => view.Name, StringComparer.Ordinal).ThenByDescending(view => view.Version)]
    );

    public IReadOnlyList<LifecycleView> All => all.Value;

    public LifecycleView? Find(string name, int version) => All.FirstOrDefault(view => view.Name == name && view.Version == version);

    /// <summary>Every rule's key, once.</summary>
    public IReadOnlyList<string> Rules =>
        [.. All.SelectMany(view => view.Rules).Select(rule => rule.Key).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Every channel that a rule may take.</summary>
    public IReadOnlyList<string> Channels =>
        [
            .. All.SelectMany(view => view.Rules)
                .SelectMany(rule => rule.Channels)
                .Select(channel => channel.Name)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
}
