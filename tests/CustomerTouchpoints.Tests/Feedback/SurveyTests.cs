using CustomerTouchpoints.Surveying;

namespace CustomerTouchpoints.Tests.Feedback;

/// <summary>The scene in memory.</summary>
public sealed class SurveyTests : SurveyScene
{
    protected override void UseStore(TouchpointsBuilder touchpoints) { }
}
