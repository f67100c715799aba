using Microsoft.AspNetCore.Http.Extensions;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>What every page needs beside its own matter: where the dashboard lies, who looks, what time it is.</summary>
internal sealed record DashboardFrame
{
    /// <summary>The path of the dashboard, as browsers see it, without a slash at its end.</summary>
    public required string Base { get; init; }

    /// <summary>The path of this page below it.</summary>
    public required string Path { get; init; }

    /// <summary>What stands in the window's title.</summary>
    public required string Page { get; init; }

    /// <summary>The dashboard's own name.</summary>
    public required string Title { get; init; }

    public required DashboardRights Rights { get; init; }

    /// <summary>The name and value of the field that proves a form to be ours; null where nobody may send one.</summary>
    public (string Name, string Value)? Token { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>How often what moves asks anew.</summary>
    public required TimeSpan RefreshEvery { get; init; }

    /// <summary>What was just done, in words of ours; null for nothing.</summary>
    public string? Notice { get; init; }

    /// <summary>Whether the host has inquiries.</summary>
    public required bool HasInquiries { get; init; }

    public string Link(string path, params (string Name, string? Value)[] query)
    {
        var words = new QueryBuilder();
        foreach ((string name, string? value) in query)
        {
            if (!string.IsNullOrEmpty(value))
            {
                words.Add(name, value);
            }
        }

        return $"{Base}{path}{words}";
    }

    public string Message(TouchpointId id) => Link("/messages/one", ("id", id.ToString()));

    public string Journey(JourneyId id) => Link("/journeys/one", ("id", id.ToString()));

    public string Customer(CustomerId id) => Link("/customers/one", ("id", id.ToString()));

    public string Inquiry(JourneyId id) => Link("/inquiries/one", ("id", id.ToString()));
}
