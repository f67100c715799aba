using CustomerTouchpoints.Reading;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>One message and its story.</summary>
/// <param name="Touchpoint">The message.</param>
/// <param name="Story">What happened to it, line by line, each with its instant.</param>
/// <param name="HasCopy">Whether the host has kept it as it left.</param>
internal sealed record MessageModel(TouchpointView Touchpoint, IReadOnlyList<(string At, string Words)> Story, bool HasCopy);
