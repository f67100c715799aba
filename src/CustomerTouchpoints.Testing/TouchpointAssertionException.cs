namespace CustomerTouchpoints.Testing;

/// <summary>Something that a test expected of touchpoints is not so.</summary>
public sealed class TouchpointAssertionException : Exception
{
    /// <summary>Says that an expectation failed.</summary>
    public TouchpointAssertionException() { }

    /// <summary>Says what was expected, and what was found.</summary>
    public TouchpointAssertionException(string message)
        : base(message) { }

    /// <summary>Says what was expected, and what was found, with the cause.</summary>
    public TouchpointAssertionException(string message, Exception innerException)
        : base(message, innerException) { }
}
