using System.Globalization;
using CustomerTouchpoints.Inquiries;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>A page that somebody asks for.</summary>
internal sealed class DashboardRequest(HttpContext context, DashboardFrame frame)
{
    public DashboardFrame Frame => frame;

    public IServiceProvider Services => context.RequestServices;

    public CancellationToken Aborted => context.RequestAborted;

    public ICustomerTouchpoints Touchpoints => Get<ICustomerTouchpoints>();

    public IReadOnlyList<CustomerTouchpoints.Reading.LifecycleView> Lifecycles => Get<DashboardDefinitions>().All;

    public IInquiries? Inquiries => Services.GetService<IInquiries>();

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>What the query says, or null where it says nothing.</summary>
    public string? Asked(string name) => context.Request.Query[name].ToString().Trim() is { Length: > 0 } value ? value : null;

    /// <summary>What the query must say.</summary>
    public string Demand(string name) => Asked(name) ?? throw new DashboardFault($"The address says no {name}.");

    /// <summary>The value of an enumeration that the query names, or null where it names none.</summary>
    public TEnum? Asked<TEnum>(string name)
        where TEnum : struct, Enum => Enum.TryParse(Asked(name), ignoreCase: true, out TEnum value) && Enum.IsDefined(value) ? value : null;

    /// <summary>Reads an id that came from outside.</summary>
    public static T Parse<T>(Func<string, T> parse, string text)
    {
        try
        {
            return parse(text);
        }
        catch (ArgumentException malformed)
        {
            throw new DashboardFault(FirstLine(malformed.Message));
        }
    }

    /// <summary>A message without the name of our parameter, which nobody outside knows.</summary>
    public static string FirstLine(string message) =>
        message.IndexOf(" (Parameter ", StringComparison.Ordinal) is >= 0 and var end ? message[..end] : message;

    public static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
