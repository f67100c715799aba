namespace CustomerTouchpoints;

/// <summary>Gives a record the name under which its events travel, such as <c>parcel.shipped</c>.</summary>
/// <param name="name">Lower-case letters, digits, dots and hyphens. The name is stored; renaming the record does not change it.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class EventAttribute(string name) : Attribute
{
    /// <summary>The event's name.</summary>
    public string Name { get; } = name;
}
