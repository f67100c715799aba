namespace CustomerTouchpoints.Responses.Exchanges;

/// <summary>A message of the exchange that asks or answers: when it was written, and by whom.</summary>
internal readonly record struct Said(DateTimeOffset At, Author By)
{
    /// <summary>Whether it answers a customer.</summary>
    /// <param name="botsCount">Whether a bot's does.</param>
    public bool Answers(bool botsCount) => By == Author.Human || (botsCount && By == Author.Bot);
}
