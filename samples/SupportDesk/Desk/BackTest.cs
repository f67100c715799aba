using CustomerTouchpoints;
using CustomerTouchpoints.Inquiries;

namespace SupportDesk.Desk;

/// <summary>Estimates of how long each case will take, made when it opens, beside how long it took.</summary>
internal sealed class BackTest
{
    private readonly WaitEstimator estimator = new();
    private readonly Dictionary<JourneyId, EstimatedCase> cases = [];

    /// <summary>The cases, in the order in which they opened.</summary>
    public IEnumerable<EstimatedCase> Cases => cases.Values;

    /// <summary>A row of the log has moved a case.</summary>
    public void Hear(RaiseResult result, DateTimeOffset at)
    {
        string name = result.Journey.ToString();
        if (!cases.TryGetValue(result.Journey, out EstimatedCase? known))
        {
            cases.Add(result.Journey, new EstimatedCase(at, estimator.Open(name, at)));
        }
        else if (InquiryLifecycle.IsSolved(result.To) && !InquiryLifecycle.IsSolved(result.From))
        {
            known.SolvedAt = at;
            estimator.Solve(name, at);
        }
        else if (InquiryLifecycle.IsSolved(result.From) && !InquiryLifecycle.IsSolved(result.To))
        {
            known.SolvedAt = null;
            estimator.Reopen(name);
        }
    }
}
