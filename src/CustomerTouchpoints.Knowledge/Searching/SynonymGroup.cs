namespace CustomerTouchpoints.Knowledge.Searching;

/// <summary>Words of the host's field that mean the same.</summary>
/// <param name="Language">Their language.</param>
/// <param name="Words">Each may be several words, such as <c>cash machine</c>.</param>
internal sealed record SynonymGroup(string Language, IReadOnlyList<string> Words);
