using System.Globalization;

namespace CustomerTouchpoints;

/// <summary>Names one promise of a journey, written <c>question/7~2</c>.</summary>
/// <remarks>An immutable value; safe to share between threads.</remarks>
/// <param name="Journey">The journey.</param>
/// <param name="Number">Its number among the promises of the journey, from 1.</param>
public readonly record struct PromiseId(JourneyId Journey, int Number)
{
    /// <summary>The id as text.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Journey}~{Number}");
}
