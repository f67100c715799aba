using CustomerTouchpoints.Inquiries;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>Something that somebody who may does, with a reason and their name.</summary>
internal sealed class DashboardAction(HttpContext context, IFormCollection form, string by)
{
    private const int LongestReason = 200;

    /// <summary>Who does it.</summary>
    public string By => by;

    public ICustomerTouchpoints Touchpoints => Get<ICustomerTouchpoints>();

    public IInquiries Inquiries => context.RequestServices.GetService<IInquiries>() ?? throw DashboardFault.NotFound("desk here");

    /// <summary>Why; everything that is journaled has a reason.</summary>
    public string Reason =>
        Field("reason") is { Length: <= LongestReason } reason
            ? reason
            : throw new DashboardFault($"Say why: the journal keeps it, in at most {LongestReason} characters.");

    public T Get<T>()
        where T : notnull => context.RequestServices.GetRequiredService<T>();

    public HttpContext Context => context;

    /// <summary>What a field says, or null where it is empty.</summary>
    public string? Field(string name) => form[name].ToString().Trim() is { Length: > 0 } value ? value : null;

    public string Demand(string name) => Field(name) ?? throw new DashboardFault($"The form says no {name}.");

    /// <summary>Refuses what was not confirmed.</summary>
    public void DemandConfirmation()
    {
        if (Field("confirm") != "yes")
        {
            throw new DashboardFault("Nothing was done: it was not confirmed. Tick the box beside the button.");
        }
    }
}
