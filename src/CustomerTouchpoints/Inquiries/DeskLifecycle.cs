namespace CustomerTouchpoints.Inquiries;

/// <summary>The lifecycle that the desk's inquiries follow.</summary>
internal sealed record DeskLifecycle(string Name);
