using System.Reflection;

namespace CustomerTouchpoints;

/// <summary>Finds the name under which a record's events travel.</summary>
internal static class EventName
{
    /// <summary>The name that <see cref="EventAttribute"/> gives, checked.</summary>
    /// <exception cref="ArgumentException">The type has no <see cref="EventAttribute"/>, or its name is malformed.</exception>
    public static string Of<TEvent>() =>
        Checked(
            Cache<TEvent>.Name
                ?? throw new ArgumentException(
                    $"{typeof(TEvent).Name} has no event name: put [Event(\"thing.happened\")] on it, or raise the event by name and JSON."
                )
        );

    /// <summary>A name given as text, checked.</summary>
    public static string Checked(string name, string parameter = "name") => Identifier.Name(name, "an event's name", dots: true, parameter);

    private static class Cache<TEvent>
    {
        // Checked by the reader: what a static initializer throws arrives as a TypeInitializationException.
        public static readonly string? Name = typeof(TEvent).GetCustomAttribute<EventAttribute>()?.Name;
    }
}
