using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Customers;

/// <summary>What came of merging two customers.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MergeOutcome>))]
public enum MergeOutcome
{
    /// <summary>They are one customer from now on.</summary>
    Merged,

    /// <summary>They were one customer already, whichever of the two goes on: nothing has changed.</summary>
    NoEffect,

    /// <summary>The one that was to go was merged into a third before: nothing has changed. Merge the third.</summary>
    Conflict,

    /// <summary>One of them was erased: nothing has changed.</summary>
    Erased,
}
