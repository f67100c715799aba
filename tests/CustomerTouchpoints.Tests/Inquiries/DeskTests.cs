using CustomerTouchpoints.Desks;

namespace CustomerTouchpoints.Tests.Inquiries;

/// <summary>The scene in memory.</summary>
public sealed class DeskTests : DeskScene
{
    protected override void UseStore(TouchpointsBuilder touchpoints) { }
}
