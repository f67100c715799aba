namespace CustomerTouchpoints.Reading;

/// <summary>As what everything that is known of a customer is handed out.</summary>
public enum ExportFormat
{
    /// <summary>JSON, for programs: its shape is in docs/concepts/identity.md.</summary>
    Json,

    /// <summary>A page for people, of the same data: one file of HTML without scripts or anything from elsewhere.</summary>
    Html,
}
