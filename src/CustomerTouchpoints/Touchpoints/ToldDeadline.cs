namespace CustomerTouchpoints.Touchpoints;

/// <summary>A deadline that a message tells, fixed at its gate.</summary>
/// <param name="Word">The name under which its template finds it, such as <c>answerBy</c>.</param>
/// <param name="Clock">The response clock whose deadline it is.</param>
/// <param name="Cycle">The clock's cycle; 0 for an update, whose next cycle the message itself begins.</param>
/// <param name="By">The deadline.</param>
internal sealed record ToldDeadline(string Word, string Clock, int Cycle, DateTimeOffset By);
