namespace CustomerTouchpoints.PostgreSql.Hints;

/// <summary>Where hosts of one schema tell each other that there may be something to do, and in which words.</summary>
internal static class HintChannel
{
    /// <summary>Facts were enlisted.</summary>
    public const string Intake = "intake";

    /// <summary>Hosts have gone, and what they were sending is due: who is left takes other shares than before.</summary>
    public const string Hosts = "hosts";

    private const string DueBeforeTerm = "due ";

    /// <summary>The name of the channel, which needs no quotes as the schema's doesn't; null where hosts don't notify each other.</summary>
    public static string? Of(PostgreSqlStoreOptions options) => options.UseNotifications ? $"{options.Schema}_hints" : null;

    /// <summary>The host of a term has left work that is due.</summary>
    public static string DueBy(long term) => $"{DueBeforeTerm}{term}";
}
