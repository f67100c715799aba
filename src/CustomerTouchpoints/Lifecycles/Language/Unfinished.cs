namespace CustomerTouchpoints.Lifecycles.Language;

/// <summary>A sentence of a definition that says when but not what: noted when it begins, struck out when it ends.</summary>
internal sealed record Unfinished(string Subject, string Remedy);
