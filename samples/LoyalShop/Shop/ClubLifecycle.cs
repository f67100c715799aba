using CustomerTouchpoints;

namespace LoyalShop.Shop;

/// <summary>The club of loyal customers, whose marketing department is awake.</summary>
public sealed class ClubLifecycle() : Lifecycle("club", version: 1)
{
    private static readonly State Member = new("member", "you are one of us");

    protected override void Define(LifecycleBuilder club)
    {
        club.Line(Member.ReachedBy("joined"));
        club.On("points").Send("club-points").As(Category.Service);
        club.On("offer").Send("club-offer").As(Category.Promotional).StaleAfter(TimeSpan.FromHours(10));
        club.On("flash")
            .Send("club-flash")
            .As(Category.Promotional)
            .By(Channel.Sms, Channel.Email)
            .WithPriority(10)
            .StaleAfter(TimeSpan.FromHours(3));
        club.On("birthday").Send("club-birthday").As(Category.Promotional).WithPriority(50);
    }
}
