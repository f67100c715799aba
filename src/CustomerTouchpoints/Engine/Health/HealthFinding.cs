using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.Engine.Health;

/// <summary>One thing that is wrong with a host.</summary>
/// <param name="Status">How bad it is.</param>
/// <param name="Code">The code of the reason.</param>
/// <param name="Subject">What of several it is about, such as a channel; empty where there is one.</param>
/// <param name="Words">It in words.</param>
internal sealed record HealthFinding(HealthStatus Status, string Code, string Subject, string Words);
