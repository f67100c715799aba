using CustomerTouchpoints.Reading;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>The lifecycles that this host has.</summary>
internal sealed record DefinitionsModel(IReadOnlyList<LifecycleView> All);
