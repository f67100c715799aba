namespace CustomerTouchpoints.Engine.Bulkheads;

/// <summary>Host code was surely not called: what was called before it blocks every thread that it may have.</summary>
internal sealed class NotBegunException(string name) : TimeoutException($"Earlier calls of {name} have not returned, and block it.");
