using CustomerTouchpoints.Links;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>A customer who has followed a link that works.</summary>
/// <param name="Subject">What the link says.</param>
/// <param name="Reader">Who they are.</param>
/// <param name="CancellationToken">Ends when they have left.</param>
internal sealed record PageVisit(LinkSubject Subject, PageReader Reader, CancellationToken CancellationToken);
