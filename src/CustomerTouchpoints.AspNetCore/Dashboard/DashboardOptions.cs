using System.Security.Claims;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>How the dashboard behaves, and who may do what in it.</summary>
/// <remarks>
/// Read once, when the dashboard is first asked for. Who may look is said where it is mapped, by <c>RequireAuthorization("policy")</c>.
/// </remarks>
public sealed class DashboardOptions
{
    /// <summary>
    /// The policy of those who may act for customers: decide about what is in review, withdraw what is pending, answer inquiries. Null by
    /// default: nobody may.
    /// </summary>
    public string? ActPolicy { get; set; }

    /// <summary>
    /// The policy of those who may administer: pause and resume, discard, lift suppressions, export and erase customers. Null by default:
    /// nobody may.
    /// </summary>
    public string? AdministerPolicy { get; set; }

    /// <summary>
    /// The name under which what somebody does is journaled, at most 200 characters. By default the name of their identity. Who has none
    /// may look and do nothing.
    /// </summary>
    public Func<ClaimsPrincipal, string?> NameOf { get; set; } = static user => user.Identity?.Name;

    /// <summary>What stands at the top of each page. Default "Touchpoints".</summary>
    public string Title { get; set; } = "Touchpoints";

    /// <summary>How often the board <i>Now</i> asks anew, from one second on. Default ten seconds.</summary>
    public TimeSpan RefreshEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Finds the HTML of a message as it left, where the host keeps copies; it is shown in a frame without scripts, forms and requests. The
    /// library keeps none. It may be called concurrently. Null by default: nothing is shown.
    /// </summary>
    public Func<IServiceProvider, TouchpointId, CancellationToken, Task<string?>>? CopyOf { get; set; }
}
